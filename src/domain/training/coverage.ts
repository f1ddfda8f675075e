import { type Cell, suppress } from '../measure/suppress.ts'
import { seatLevels } from './seat.ts'

/** People of one direct member (null: the union's own), kind and level of union: how many there are, how many met their hours. */
export type CoverageRow = {
  readonly child: number | null
  readonly fullTime: boolean
  readonly level: string
  readonly roster: number
  readonly met: number
}

/**
 * A part of a coverage. `perMille` is of `roster`; both it and `met` are null where so few people are meant that one of them
 * would be told about, or where that could be computed from the parts beside it.
 */
export type CoveragePart = {
  readonly roster: number
  readonly met: number | null
  readonly perMille: number | null
  readonly hidden: 'few' | 'difference' | null
}

/** Coverage of a union: as a whole, by kind, by kind and level, by direct member. No order says who did better. */
export type Coverage = {
  readonly whole: CoveragePart
  readonly kinds: readonly (CoveragePart & { readonly fullTime: boolean })[]
  readonly groups: readonly (CoveragePart & { readonly fullTime: boolean; readonly level: string })[]
  readonly own: CoveragePart
  readonly children: readonly (CoveragePart & { readonly child: number })[]
}

type Sum = { readonly roster: number; readonly met: number }

/**
 * Distinct persons who met the hours of their group ÷ roster (domain §6), in parts none of which gives away a few.
 * @param fewest smallest number of people whose result is told
 */
export function coverageOf(rows: readonly CoverageRow[], fewest: number): Coverage {
  const whole = wholeOf(sum(rows), fewest)
  const under = (parts: readonly CoveragePart[], above: CoveragePart) =>
    above.hidden ? parts.map((part) => (part.roster > 0 ? hide(part, above.hidden) : part)) : parts
  const byKind = [true, false].map((fullTime) => rows.filter((row) => row.fullTime === fullTime))
  const kinds = under(partsOf(byKind.map(sum), fewest), whole)
  const groups = byKind.flatMap((kind, at) => {
    const rank = (level: string) => (seatLevels as readonly string[]).indexOf(level)
    const levels = [...Map.groupBy(kind, ({ level }) => level)].sort(([a], [b]) => rank(a) - rank(b))
    const parts = under(
      partsOf(
        levels.map(([, each]) => sum(each)),
        fewest,
      ),
      kinds[at] as CoveragePart,
    )
    return parts.map((part, n) => ({ ...part, fullTime: at === 0, level: levels[n]?.[0] ?? '' }))
  })
  const members = [...Map.groupBy(rows, ({ child }) => child)]
  const children = members.filter((each): each is [number, CoverageRow[]] => each[0] !== null)
  const own = sum(members.find(([child]) => child === null)?.[1] ?? [])
  const places = under(partsOf([own, ...children.map(([, each]) => sum(each))], fewest), whole)
  return {
    whole,
    kinds: kinds.map((part, at) => ({ ...part, fullTime: at === 0 })).filter(({ roster }) => roster > 0),
    groups,
    own: places[0] as CoveragePart,
    children: children.map(([child], at) => ({ ...(places[at + 1] as CoveragePart), child })),
  }
}

/** The whole is told by the rule of every figure, and not of so few people that each is meant. */
function wholeOf({ roster, met }: Sum, fewest: number): CoveragePart {
  const told = { roster, met, perMille: roster === 0 ? null : Math.round((met * 1000) / roster), hidden: null }
  return (met > 0 && met < fewest) || (roster > 0 && roster < fewest) ? hide(told, 'few') : told
}

/**
 * Parts of one sum, of which the same is hidden as by the figure `trained` (`suppress`), and more: here the rosters stand beside
 * it, so what is of a few people goes as well, and those that are hidden never add up to all or to none of their people.
 */
function partsOf(sums: readonly Sum[], fewest: number): readonly CoveragePart[] {
  const byResult = suppress(
    sums.map(({ met }) => met),
    fewest,
  )
  const byRoster = suppress(
    sums.map(({ roster }) => roster),
    fewest,
  )
  const hidden = new Set(sums.flatMap((_, at) => (isHidden(byResult[at]) || isHidden(byRoster[at]) ? [at] : [])))
  const rest = sums
    .flatMap(({ roster }, at) => (hidden.has(at) || roster === 0 ? [] : [{ roster, at }]))
    .toSorted((a, b) => a.roster - b.roster || a.at - b.at)
    .map(({ at }) => at)
  const told = () => {
    const { roster, met } = sum([...hidden].map((at) => sums[at] as Sum))
    return met === roster || met === 0
  }
  while (hidden.size > 0 && told()) {
    const next = rest.shift()
    if (next === undefined) break
    hidden.add(next)
  }
  return sums.map(({ roster, met }, at) => {
    const shown = { roster, met, perMille: roster === 0 ? null : Math.round((met * 1000) / roster), hidden: null }
    // How many there are is no secret, so it may be said which of them are few.
    return hidden.has(at) ? hide(shown, roster < fewest ? 'few' : 'difference') : shown
  })
}

function isHidden(cell: Cell | undefined): boolean {
  return cell !== undefined && 'hidden' in cell
}

function hide({ roster }: CoveragePart, hidden: CoveragePart['hidden']): CoveragePart {
  return { roster, met: null, perMille: null, hidden }
}

function sum(rows: readonly Sum[]): Sum {
  return rows.reduce<Sum>((all, { roster, met }) => ({ roster: all.roster + roster, met: all.met + met }), {
    roster: 0,
    met: 0,
  })
}
