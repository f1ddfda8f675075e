import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { errorCode, StartError } from '../start-error.ts'
import type { RulesLayer } from './rules-folders.ts'

/** What is wrong at one place: the folder's own path where it is the federation's, file below the folder, line from 1. */
export type RulesFinding = {
  /** Null where the file is one of those that ship. */
  readonly own: string | null
  /** Path below its folder, e.g. `limits.yaml`. */
  readonly file: string
  readonly line: number
  /** The problem and what to do. */
  readonly problem: string
}

/** A rules file that cannot be used: one line with file, line, what is wrong and what to do. */
export class RulesError extends StartError {
  readonly finding: RulesFinding
  constructor(finding: RulesFinding) {
    super(`${path.join(finding.own ?? 'rules', finding.file)}:${finding.line}: ${finding.problem}`)
    this.finding = finding
  }
}

/** Where in a file something stands: keys and indexes from the root. */
export type RulesPath = readonly PropertyKey[]

/** A file as it was written, before its form is looked at. */
export type RulesDocument = {
  readonly layer: RulesLayer
  /** Path below its folder, e.g. `editions/2027-01-01/limits.yaml`. */
  readonly name: string
  /** What the YAML says, the date of an edition taken out. */
  readonly raw: unknown
  readonly text: string
  readonly has: (at: RulesPath) => boolean
  /** Throws where the first fault ends the reading; where all are collected it goes on, so a check stops no loop by it. */
  readonly refuse: (at: RulesPath, problem: string) => void
}

export type Found = (finding: RulesFinding) => void

/** Ends the reading by the first fault. */
export const throwFirst: Found = (finding) => {
  throw new RulesError(finding)
}

/**
 * Reads the YAML of one file and tells what is wrong with it; undefined when it cannot be read.
 * @param validFrom the day a dated edition holds from, which the file must state; null for a file that is always in force
 */
export function readDocument(
  layer: RulesLayer,
  name: string,
  found: Found,
  validFrom: string | null = null,
): RulesDocument | undefined {
  const tell = (line: number, problem: string) =>
    found({ own: layer.isOwn ? layer.dir : null, file: name, line, problem })
  let text: string
  try {
    text = readFileSync(path.join(layer.dir, name), 'utf8')
  } catch (error) {
    const code = errorCode(error) ?? 'unknown error'
    tell(1, `cannot be read (${code}); ${code === 'ENOENT' ? 'put the file there' : 'put a file there that can be'}`)
    return undefined
  }
  const { document, counter } = parsed(text)
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
  const has = (at: RulesPath) => offsetOf(document, at) !== undefined
  return { layer, name, raw: value, text, has, refuse }
}

type Parsed = { readonly document: Document; readonly counter: LineCounter }
const parsedBefore = new Map<string, Parsed>()
/** More than the files that ship. */
const keptTexts = 64

/**
 * What a text says does not change, and nobody changes what was made of it: a process that reads the same rules again (a
 * site for each story, a pipeline for each test file) needs a third of the time.
 */
function parsed(text: string): Parsed {
  const before = parsedBefore.get(text)
  if (before) return before
  const counter = new LineCounter()
  const made = { document: parseDocument(text, { lineCounter: counter, uniqueKeys: true }), counter }
  if (parsedBefore.size >= keptTexts) parsedBefore.clear()
  parsedBefore.set(text, made)
  return made
}

/** `validFrom` is no part of any file's own form. */
function takeDate(raw: unknown): { readonly value: unknown; readonly dated: unknown } {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, 'validFrom'))
    return { value: raw, dated: undefined }
  const { validFrom, ...value } = raw as Readonly<Record<string, unknown>>
  return { value, dated: validFrom }
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
