import * as z from 'zod/mini'
import { accountCommands } from './account-command.ts'
import { approachCommands } from './approach-command.ts'
import { callbackCommands } from './callback-command.ts'
import { commentCommands } from './comment-command.ts'
import { consentCommands } from './consent-command.ts'
import { deedCommands } from './deed-command.ts'
import { demandCommands } from './demand-command.ts'
import { exclusionCommands } from './exclusion-command.ts'
import { issueCommands } from './issue-command.ts'
import { lineCommands } from './line-command.ts'
import { meetingCommands } from './meeting-command.ts'
import { newsCommands } from './news-command.ts'
import { orderCommands } from './order-command.ts'
import { readingCommands } from './reading-command.ts'
import { rosterCommands } from './roster-command.ts'
import { Id } from './shape.ts'
import { sheetCommands } from './sheet-command.ts'
import { trainingCommands } from './training-command.ts'
import { visitCommands } from './visit-command.ts'

/**
 * The command registry: what can be asked, by whom, with which body. One set of schemas serves the HTTP API, the pages,
 * the story runner and `/api/openapi.json`.
 */
export const commands = {
  ...demandCommands,
  ...orderCommands,
  ...callbackCommands,
  ...accountCommands,
  ...rosterCommands,
  ...trainingCommands,
  ...issueCommands,
  ...lineCommands,
  ...visitCommands,
  ...deedCommands,
  ...consentCommands,
  ...exclusionCommands,
  ...approachCommands,
  ...newsCommands,
  ...commentCommands,
  ...meetingCommands,
  ...sheetCommands,
  ...readingCommands,
} as const
/** Kind of a command, e.g. `demand.raise`. */
export type CommandKind = keyof typeof commands
/** Body of a command of that kind. */
export type CommandBody<K extends CommandKind> = z.infer<(typeof commands)[K]['body']>

/** Nouns of the ledger; each has a stream of its own. */
export const nounNames = [
  'demand',
  'access',
  'reading',
  'account',
  'office',
  'plan',
  'course',
  'class',
  'training',
  'rotation',
  'series',
  'article',
  'comment',
  'issue',
  'campaign',
  'leading-group',
  'directive',
  'brief',
  'visit',
  'outreach',
  'place',
  'deed',
  'meeting',
  'invitation',
  'suggestion',
  'practice',
  'sheet',
] as const

/** What a command of the registry says of itself. */
export type CommandSpec = {
  /** One sentence: what it asks for. */
  readonly doc: string
  /** Noun of the stream it writes. */
  readonly noun: (typeof nounNames)[number]
  /** Who may send it at all; the table of grants decides the rest. */
  readonly who: readonly ('public' | 'claimant' | 'staff' | 'operator' | 'system')[]
  readonly body: z.ZodMiniType
  /** What an accepted outcome carries beside stream and version. */
  readonly result: z.ZodMiniType
}

/** True for what people may send at all; the rest is sent by the server to itself, and no door knows it. */
export function isForPeople(kind: CommandKind): boolean {
  return commands[kind].who.some((who) => (who as string) !== 'system')
}

/** True for a kind of the registry. */
export function isCommandKind(kind: string): kind is CommandKind {
  return Object.hasOwn(commands, kind)
}

/**
 * What is posted to `/api/command/{kind}`. `id` is made by the sender (UUIDv7 that carries the realm of the stream): the
 * same id sent again gets the stored outcome, the same id with another body is refused with 409 `command.other-body`.
 * `basedOn` is the version the sender saw; a newer one refuses with `stream.moved-on`.
 */
export const Envelope = z.strictObject({ id: Id, basedOn: z.optional(z.int().check(z.gte(0))), body: z.unknown() })

/** Stored answer to a command. */
export const Outcome = z.union([
  z.strictObject({ accepted: z.object({ stream: Id, version: z.int() }) }),
  z.strictObject({
    refused: z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  }),
])
/** Stored answer: accepted with stream, version and the command's own result, or refused with a code and its parameters. */
export type Outcome =
  | { readonly accepted: { readonly stream: string; readonly version: number } & Readonly<Record<string, unknown>> }
  | { readonly refused: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } }
