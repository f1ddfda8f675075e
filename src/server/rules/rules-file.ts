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
  constructor(file: string, line: number, problem: string) {
    super(`rules/${file}:${line}: ${problem}`)
    this.file = file
    this.line = line
  }
}

/** Where in a file something stands: keys and indexes from the root. */
export type RulesPath = readonly PropertyKey[]

/** A file that was read: its checked value, its bytes for the version, and a way to complain about a place in it. */
export type RulesFile<T> = {
  readonly name: string
  readonly value: T
  readonly text: string
  readonly refuse: (at: RulesPath, problem: string) => never
}

/**
 * Reads and checks one file.
 * @throws RulesError with the line of the first thing that is wrong.
 */
export function readRulesFile<T>(dir: string, name: string, schema: z.ZodType<T>): RulesFile<T> {
  const text = readText(dir, name)
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true })
  const flaw = document.errors[0] ?? document.warnings[0]
  if (flaw) throw new RulesError(name, flaw.linePos?.[0].line ?? 1, `${firstLine(flaw.message)}; correct the YAML`)
  const refuse = (at: RulesPath, problem: string): never => {
    throw new RulesError(name, lineOf(document, counter, at), at.length > 0 ? `${at.join('.')}: ${problem}` : problem)
  }
  const checked = schema.safeParse(document.toJS())
  if (checked.success) return { name, value: checked.data, text, refuse }
  const issue = checked.error.issues[0]
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    return refuse([...issue.path, key], `unknown key ${key}; correct its spelling or take it out`)
  }
  return refuse(issue?.path ?? [], `${issue?.message ?? 'is not what is expected'}; correct this line`)
}

function readText(dir: string, name: string): string {
  try {
    return readFileSync(path.join(dir, name), 'utf8')
  } catch (error) {
    throw new RulesError(name, 1, `cannot be read (${errorCode(error) ?? 'unknown error'}); put the file there`)
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
