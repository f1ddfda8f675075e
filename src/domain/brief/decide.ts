import { accepted, type Decision, refused } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import type { BriefCommand } from './command.ts'
import type { BriefEvent } from './event.ts'
import type { BriefFacts } from './facts.ts'
import { mayOnBrief } from './may.ts'
import type { BriefState } from './state.ts'

type Of<K extends BriefCommand['kind']> = Extract<BriefCommand, { kind: K }>
type Decided = Decision<BriefEvent>

/** Puts a directive before a unit, once. Refused: `brief.delivered-before`. */
export function deliver(state: BriefState | null, command: Of<'brief.deliver'>): Decided {
  if (state) return refused('brief.delivered-before')
  const { kind: _, ...body } = command
  return accepted<BriefEvent>({ kind: 'BriefDelivered', body })
}

/**
 * Decides what people do with a brief. Refused, all of them: `not-allowed`, `not-found`, and of a directive that is over
 * `directive.not-issued`; a receipt 回执 can still be given then.
 */
export function decide(
  state: BriefState,
  { kind, ...command }: Exclude<BriefCommand, { kind: 'brief.deliver' }>,
  { actor, inForce }: BriefFacts,
): Decided {
  const answer = mayOnBrief(actor, kind, state.path)
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden') return refused('not-found')
  if (kind !== 'brief.receive' && !inForce) return refused('directive.not-issued')
  switch (kind) {
    case 'brief.receive':
      return receive(state)
    case 'brief.plan':
      return plan(state, command as Of<'brief.plan'>)
    case 'brief.decompose':
      return decompose(state, command as Of<'brief.decompose'>)
  }
}

/** 签收. Refused: `brief.received-before`. */
function receive(state: BriefState): Decided {
  if (state.receivedAt !== null) return refused('brief.received-before')
  return accepted<BriefEvent>({ kind: 'BriefReceived', body: {} })
}

/** The local plan; a later one takes its place. Refused: `brief.not-received`. */
function plan(state: BriefState, { text }: Of<'brief.plan'>): Decided {
  if (state.receivedAt === null) return refused('brief.not-received')
  return accepted<BriefEvent>({
    kind: 'BriefPlanned',
    body: {},
    // A plan says where one will go first, and may name who told of it.
    seal: { plan: { part: 'text', kind: 'brief.plan', value: text } },
  })
}

/** 分解: own stages and contact points. Refused: `brief.not-received`, `clause.unknown`, `line.days`, `words.names-someone`. */
function decompose(state: BriefState, { parts }: Of<'brief.decompose'>): Decided {
  if (state.receivedAt === null) return refused('brief.not-received')
  const stray = parts.find(({ clause }) => clause > state.clauses)
  if (stray) return refused('clause.unknown', { clause: stray.clause })
  if (parts.some(({ fromOn, toOn }) => toOn < fromOn)) return refused('line.days')
  return (
    wordsNameSomeone({ parts: parts.map(({ text }) => text) }) ??
    accepted<BriefEvent>({ kind: 'BriefDecomposed', body: { parts } })
  )
}
