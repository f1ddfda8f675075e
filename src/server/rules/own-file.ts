import type { z } from 'zod'
import { valueInWords } from './diff-entries.ts'
import type { RulesDocument, RulesPath } from './rules-document.ts'
import { formed, type RulesFile } from './rules-file.ts'
import { officeDayOf } from './span-order.ts'
import { advice, type Direction, mayStandFor, type Tighter } from './tighter.ts'

type Ways = Readonly<Record<string, Direction>>
type Table = Readonly<Record<string, unknown>>

/**
 * Lays a file of the federation over the shipped one: whole, or by its keys where `tighter.yaml` lists the file under `keys`.
 * What is unknown, has no direction or is looser is refused at its own line. Undefined when nothing usable comes of it.
 */
export function lieOver<T>(
  base: RulesFile<T>,
  over: RulesDocument,
  how: { readonly name: string; readonly schema: z.ZodType<T>; readonly tighter: Tighter },
): RulesFile<T> | undefined {
  const { name, schema, tighter } = how
  const ways = tighter.keys[name]
  if (!ways) {
    const whole = formed(over, schema)
    if (whole) refuseLooser(base.value, whole, tighter.whole[name] ?? {})
    return whole
  }
  const laid = layKeys(base.value, over, ways)
  const refuse = (at: RulesPath, problem: string) =>
    (laid.named.some((place) => meet(place, at)) ? over : base).refuse(at, problem)
  const text = JSON.stringify([base.text, over.text])
  const file = formed({ ...over, raw: laid.value, text, refuse }, schema)
  if (file) refuseLooser(base.value, file, ways)
  return laid.isSound ? file : undefined
}

/** The shipped values with those the own file names in their place, and where these stand. */
function layKeys(
  base: unknown,
  over: RulesDocument,
  ways: Ways,
): { readonly value: unknown; readonly named: readonly RulesPath[]; readonly isSound: boolean } {
  const patterns = Object.keys(ways).map((pattern) => pattern.split('.'))
  const named: RulesPath[] = []
  let isSound = true
  const refuse = (at: RulesPath, problem: string) => {
    isSound = false
    over.refuse(at, problem)
  }
  const lay = (was: unknown, is: unknown, at: readonly string[]): unknown => {
    if (
      patterns.some(
        (pattern) => pattern.length === at.length && pattern.every((key, n) => key === '*' || key === at[n]),
      )
    ) {
      named.push(at)
      return is
    }
    if (isTable(was) && isTable(is)) {
      const unknown = Object.keys(is).filter((key) => !Object.hasOwn(was, key))
      for (const key of unknown) refuse([...at, key], `unknown key ${key}; correct its spelling or take it out`)
      const known = Object.entries(is).filter(([key]) => !unknown.includes(key))
      return { ...was, ...Object.fromEntries(known.map(([key, value]) => [key, lay(was[key], value, [...at, key])])) }
    }
    if (JSON.stringify(was) === JSON.stringify(is)) return was
    if (isTable(was)) refuse(at, 'holds keys of its own; name those that differ')
    else refuse(at, 'has no direction in tighter.yaml, so no federation changes it; take it out')
    return was
  }
  // A file of remarks alone changes nothing.
  const value = lay(base, over.raw ?? {}, [])
  return { value, named, isSound }
}

/** Compares what both files say at every place the patterns name. */
function refuseLooser(base: unknown, file: RulesFile<unknown>, ways: Ways): void {
  const officeDay = officeDayOf(base)
  for (const [pattern, way] of Object.entries(ways)) {
    walk(base, file.value, pattern.split('.'), [], (was, is, at) => {
      if (mayStandFor(way, is ?? null, was ?? null, officeDay)) return
      file.refuse(at, looser(is ?? null, was ?? null, way))
    })
  }
}

/** What is said of a value that is looser than the shipped one. */
export function looser(is: unknown, was: unknown, way: Direction): string {
  return `${inBrief(is)} is looser than ${inBrief(was)}, which ships; ${advice[way]} or take the change out`
}

function inBrief(value: unknown): string {
  const said = valueInWords(value)
  return said.length > 80 ? `${said.slice(0, 80)}…` : said
}

type Visit = (was: unknown, is: unknown, at: RulesPath) => void

function walk(was: unknown, is: unknown, [key, ...rest]: readonly string[], at: RulesPath, visit: Visit): void {
  if (key === undefined) {
    visit(was, is, at)
    return
  }
  if (key === '[]') {
    if (!Array.isArray(was) || !Array.isArray(is)) return
    for (const entry of was) {
      const n = is.findIndex((each) => each.code === entry.code)
      if (n >= 0) walk(entry, is[n], rest, [...at, n], visit)
    }
    return
  }
  if (!isTable(was) || !isTable(is)) return
  for (const each of key === '*' ? Object.keys(was) : [key]) walk(was[each], is[each], rest, [...at, each], visit)
}

function meet(one: RulesPath, other: RulesPath): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length).every((key, n) => key === other[n])
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
