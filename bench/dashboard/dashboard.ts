import { randomBytes } from 'node:crypto'
import { localDateOf } from '../../src/domain/calendar/local-time.ts'
import { makeId } from '../../src/domain/id.ts'
import { figures } from '../../src/server/figure/figure-follower.ts'
import { figuresOf } from '../../src/server/view/figures.ts'
import { figuresText } from '../../src/server/view/kept-figures.ts'
import { reading } from '../../src/server/view/scope.ts'
import { openClocksSite } from '../clocks/site.ts'
import { load, type Measured } from '../measure.ts'
import { fillFigures } from './fill.ts'

type Bench = { readonly folder: string; readonly rows: number; readonly say: (line: string) => void }

const seconds = 10
/** What a leader waits at most, in milliseconds (issue 4). */
const mostMs = 10

/**
 * The first screen of the nation: the figures view as staff of the root ask it, one after another, through the policies; each
 * computed anew, as after an event, and then as it is told again while nothing was counted.
 * Beside it the best that can be had of the rows themselves: the same sums by one live aggregate of this year.
 */
export async function dashboard({ folder, rows, say }: Bench): Promise<Measured[]> {
  const site = await openClocksSite(folder, say, [])
  try {
    const { context } = site
    const { owner, reader } = context.db
    const now = context.clock.now()
    const today = localDateOf(now.getTime())
    const unit = await fillFigures(owner, rows, today, say)
    const nation = {
      kind: 'staff',
      account: makeId(9901, now.getTime(), randomBytes(8)),
      post: 1,
      unit,
      section: null,
      role: 'head',
    } as unknown as Nation
    const screen = async () => {
      const told = await reading(reader, nation, (client) => figuresOf(client, { unit }, context.rules.figures, now))
      if (told.children.length !== 31 || !told.whole.heard?.n) throw new Error('the nation shows nothing')
    }
    await truly(owner, unit, today, await heard())
    await load(1, 2, screen)
    const began = process.cpuUsage()
    const { perSecond, p50, p99 } = await load(1, seconds, screen)
    const { user, system } = process.cpuUsage(began)
    say(`${((user + system) / 1000 / (perSecond * seconds)).toFixed(2)} ms of this process a screen`)
    const from = { ...context.db, follower: figures }
    const again = await load(1, 3, async () => {
      await figuresText(from, nation as Staff, { unit }, context.rules.figures, now)
    })
    const live = await load(1, 3, async () => {
      await owner.query(
        `select measure, count(*) from tally where counted_on >= date_trunc('year', $1::date) and $2 = any (path) group by 1`,
        [today, unit],
      )
    })
    if (p99 > mostMs) say(`p99 ${p99.toFixed(1)} ms is more than ${mostMs} ms`)
    const limitBy = 'one live aggregate of the same rows'
    const limit = live.perSecond
    return [
      {
        name: 'dashboard',
        value: perSecond,
        unit: 'screens/s',
        p50,
        p99,
        limit,
        ratio: perSecond / limit,
        rows,
        limitBy,
      },
      {
        name: 'dashboard again',
        value: again.perSecond,
        unit: 'screens/s',
        p50: again.p50,
        p99: again.p99,
        limit: perSecond,
        ratio: again.perSecond / perSecond,
        rows,
        limitBy: 'the same screen computed anew',
      },
    ]

    async function heard(): Promise<number> {
      const told = await reading(reader, nation, (client) => figuresOf(client, { unit }, context.rules.figures, now))
      return told.whole.heard?.n ?? 0
    }
  } finally {
    await site.close()
  }
}

type Nation = Parameters<typeof reading>[1]
type Staff = Extract<Nation, { kind: 'staff' }>
type Owner = { query(text: string, values: readonly unknown[]): Promise<{ rows: { n: number }[] }> }

/** What is measured must be the figure: counted from the rows once. */
async function truly(owner: Owner, unit: number, today: string, told: number): Promise<void> {
  const { rows } = await owner.query(
    `select count(*)::int as n from tally where measure = 'heard' and $1 = any (path) and counted_on >= date_trunc('year', $2::date)`,
    [unit, today],
  )
  if (rows[0]?.n !== told) throw new Error(`the screen says ${told}, the rows ${rows[0]?.n}`)
}
