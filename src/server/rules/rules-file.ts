import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { errorCode, StartError } from '../start-error.ts'

/** A rules file that cannot be used: one line with file, line, what is wrong and what to do. */
export class RulesError extends StartError {
  /** Path below the rules folder, e.g. `limits.yaml`. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly problem: string
  constructor(file: string, line: number, problem: string) {
    super(`rules/${file}:${line}: ${problem}`)
    this.file = file
    this.line = line
    this.problem = problem
  }
}

/** Where in a file something stands: keys and indexes from the root. */
export type RulesPath = readonly PropertyKey[]

/** A file that was read: its checked value, its bytes for the version, and a way to complain about a place in it. */
export type RulesFile<T> = {
  /** Path below the rules folder, e.g. `editions/2027-01-01/limits.yaml`. */
  readonly name: string
  readonly value: T
  readonly text: string
  /** Throws where the first fault ends the reading; where all are collected it goes on, so a check stops no loop by it. */
  readonly refuse: (at: RulesPath, problem: string) => void
}

/** What is wrong at one place: file below the rules folder, line from 1, the problem and what to do. */
export type RulesFinding = { readonly file: string; readonly line: number; readonly problem: string }

/**
 * Reads and checks one file.
 * @throws RulesError with the line of the first thing that is wrong.
 */
export function readRulesFile<T>(dir: string, name: string, schema: z.ZodType<T>): RulesFile<T> {
  const file = collectRulesFile(dir, name, schema, (first) => {
    throw new RulesError(first.file, first.line, first.problem)
  })
  if (!file) throw new RulesError(name, 1, 'cannot be used; correct it')
  return file
}

/**
 * Reads and checks one file and hands every finding on, those of later `refuse` as well; undefined when it has no usable
 * form.
 * @param validFrom the day a dated edition holds from, which the file must state; null for a file that is always in force
 */
export function collectRulesFile<T>(
  dir: string,
  name: string,
  schema: z.ZodType<T>,
  found: (finding: RulesFinding) => void,
  validFrom: string | null = null,
): RulesFile<T> | undefined {
  const tell = (line: number, problem: string) => found({ file: name, line, problem })
  const text = readText(dir, name)
  if (text instanceof RulesError) {
    tell(1, text.problem)
    return undefined
  }
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true })
  const flaws = [...document.errors, ...document.warnings]
  for (const flaw of flaws) tell(flaw.linePos?.[0].line ?? 1, `${firstLine(flaw.message)}; correct the YAML`)
  if (flaws.length > 0) return undefined
  const refuse = (at: RulesPath, problem: string) =>
    tell(lineOf(document, counter, at), at.length > 0 ? `${at.join('.')}: ${problem}` : problem)
  const { value, dated } = takeDate(document.toJS())
  if (validFrom !== null && dated !== validFrom)
    refuse(['validFrom'], `is ${String(dated ?? 'missing')} in a folder of ${validFrom}; let file and folder agree`)
  if (validFrom === null && dated !== undefined)
    refuse(['validFrom'], 'stands in a file that is always in force; move the file to editions/<day>/ or take it out')
  const checked = schema.safeParse(value)
  if (checked.success) return { name, value: checked.data, text, refuse }
  for (const issue of checked.error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        refuse([...issue.path, key], `unknown key ${key}; correct its spelling or take it out`)
    else refuse(issue.path, `${issue.message}; correct this line`)
  }
  return undefined
}

/** `validFrom` is no part of any file's own form. */
function takeDate(raw: unknown): { readonly value: unknown; readonly dated: unknown } {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, 'validFrom'))
    return { value: raw, dated: undefined }
  const { validFrom, ...value } = raw as Readonly<Record<string, unknown>>
  return { value, dated: validFrom }
}

function readText(dir: string, name: string): string | RulesError {
  try {
    return readFileSync(path.join(dir, name), 'utf8')
  } catch (error) {
    return new RulesError(name, 1, `cannot be read (${errorCode(error) ?? 'unknown error'}); put the file there`)
  }
}

/** The line of a place, or of the nearest thing around it when the place itself is missing. */
function lineOf(document: Document, counter: LineCounter, at: RulesPath): number {
  for (let length = at.length; length >= 0; length--) {
    const offset = offsetOf(document, at.slice(0, length))
    if (offset !== undefined) return counter.linePos(offset).line
  }
  return 1
}

function offsetOf(document: Document, at: RulesPath): number | undefined {
  const key = at.at(-1)
  const around = at.length === 0 ? undefined : document.getIn(at.slice(0, -1), true)
  const held = isMap(around)
    ? around.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key
    : undefined
  const node = held ?? document.getIn(at, true)
  return isNode(node) ? node.range?.[0] : undefined
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message
}
