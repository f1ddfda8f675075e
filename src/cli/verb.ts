import type { Config } from '../server/config.ts'

/** One option of a verb. `help` is one line without a full stop. */
export type VerbOption = {
  readonly type: 'string' | 'boolean'
  readonly help: string
  readonly short?: string
  readonly multiple?: boolean
  /** What stands for the value in the help, such as FILE. */
  readonly value?: string
}

/** A verb of the command-line tool. */
export type Verb = {
  /** One word or two: `start`, `account create`. */
  readonly name: string
  /** One line for the list of verbs. */
  readonly summary: string
  /** What follows `zhagen`, options left out: `account create LOGIN`. */
  readonly usage: string
  readonly options: Readonly<Record<string, VerbOption>>
  /** How many words may follow the verb's name. */
  readonly positionals?: { readonly min: number; readonly max: number }
  /** Longer explanation for the verb's own help. */
  readonly about?: string
  /** A returned number is the exit code; nothing is success. */
  run(context: VerbContext): Promise<number | undefined> | Promise<void>
}

/** What a verb is given. */
export type VerbContext = {
  readonly positionals: readonly string[]
  text(option: string): string | undefined
  texts(option: string): readonly string[]
  flag(option: string): boolean
  /** --json was given: stdout takes one JSON document and nothing else. */
  readonly json: boolean
  /** The answer: the value as JSON with --json, else the text. To stdout. */
  print(value: unknown, text: string): void
  /** Progress and remarks. To stderr. */
  say(line: string): void
  /** Reads the environment; throws a StartError that names the variable. */
  config(): Config
}

/** The words after the verb are wrong: exit code 2 and a hint at the help. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The verb did what it could and the answer is no: one line, exit code 1. */
export class VerbFailure extends Error {
  override readonly name = 'VerbFailure'
}
