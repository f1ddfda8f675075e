import { accepted, type Decision, refused, type Sealed } from '../decision.ts'
import type { DeedCommand, ProposeDeed } from './command.ts'
import type { DeedEvent } from './event.ts'
import type { DeedFacts, ProposeFacts, SayFacts, SlipFacts } from './facts.ts'
import { wrongField } from './kind.ts'
import { mayOnDeed, maySign, slipsLeft } from './may.ts'
import type { DeedState } from './state.ts'
import { bareSurname, isSurname } from './surname.ts'

type Of<K extends DeedCommand['kind']> = Extract<DeedCommand, { kind: K }>
type Decided = Decision<DeedEvent>

/** A command on a deed that is there, together with its facts. */
export type AskedOfDeed =
  | {
      readonly [K in 'deed.approve' | 'deed.refuse' | 'deed.do' | 'deed.end']: {
        readonly kind: K
        readonly command: Of<K>
        readonly facts: DeedFacts
      }
    }['deed.approve' | 'deed.refuse' | 'deed.do' | 'deed.end']
  | { readonly kind: 'deed.slip'; readonly command: Of<'deed.slip'>; readonly facts: SlipFacts }
  | { readonly kind: 'deed.say'; readonly command: Of<'deed.say'>; readonly facts: SayFacts }
  | { readonly kind: 'deed.enterprise-say'; readonly command: Of<'deed.enterprise-say'>; readonly facts: SayFacts }

/**
 * A unit proposes a deed, with or without a demand. Money names its source and waits for its approvers; aid that is shown
 * publicly gets its notice, counted in working days. Refused: `not-allowed`, `unit.unknown`, `deed.unknown`,
 * `deed.field-wrong`, `employer.unknown`, `deed.employer-missing`, `deed.demand-unknown`, `deed.fund-missing`,
 * `deed.fund-unknown`, `deed.nobody`, `deed.surname-missing`, `deed.surname-whole`, `deed.too-many-names`.
 */
export function propose(command: ProposeDeed, facts: ProposeFacts): Decided {
  const { actor, unit, kind } = facts
  const { employer = null, amountFen = 0, fund = null, fields = {}, demand = null, beneficiaries } = command
  const { names = [], surnames = [] } = command
  const answer = mayOnDeed(actor, 'deed.propose', unit?.path ?? [])
  if (answer === 'no' || actor.kind !== 'staff') return refused('not-allowed')
  if (answer === 'hidden' || !unit) return refused('unit.unknown', { unit: command.unit })
  if (!kind) return refused('deed.unknown', { deed: command.deed })
  const wrong = wrongField(kind, fields)
  if (wrong !== null) return refused('deed.field-wrong', { field: wrong })
  if (!facts.employerKnown) return refused('employer.unknown')
  if (command.for === 'enterprise' && employer === null) return refused('deed.employer-missing')
  if (!facts.demandKnown) return refused('deed.demand-unknown')
  if (!facts.fundKnown) return refused('deed.fund-unknown', { fund: fund ?? '' })
  if (amountFen > 0 && fund === null) return refused('deed.fund-missing')
  if (command.for === 'workers' && beneficiaries === 0) return refused('deed.nobody')
  if (names.length > beneficiaries || surnames.length > beneficiaries) return refused('deed.too-many-names')
  const name = surnames.findIndex((each) => !isSurname(each, facts.compoundSurnames))
  if (name >= 0) return refused('deed.surname-whole', { n: name + 1 })
  if (kind.notice && surnames.length === 0) return refused('deed.surname-missing')
  const listed = (what: 'names' | 'surnames', list: readonly string[]): Record<string, Sealed> =>
    list.length === 0 ? {} : { [what]: { part: 'identity', kind: `deed.${what}`, value: JSON.stringify(list) } }
  return accepted<DeedEvent>({
    kind: 'DeedProposed',
    body: {
      ...{ unit: unit.unit, path: unit.path, deed: kind.code, for: command.for, employer, beneficiaries },
      ...{ amountFen, fund: amountFen > 0 ? fund : null, fields, demand },
      noticeFrom: kind.notice ? facts.today : null,
      noticeTo: kind.notice ? facts.noticeTo : null,
      approvers: amountFen > 0 ? facts.approvers : 0,
      by: actor.account,
    },
    seal: {
      what: { part: 'text', kind: 'deed.what', value: command.what },
      ...listed('names', names),
      ...listed('surnames', surnames.map(bareSurname)),
    },
  })
}

/** Decides every command on a deed that is there and within reach. Refused, those of posts: `not-allowed`. */
export function decide(state: DeedState, asked: AskedOfDeed): Decided {
  if (asked.kind === 'deed.say') return say(state, asked.command, asked.facts)
  if (asked.kind === 'deed.enterprise-say') return enterpriseSay(state, asked.command, asked.facts)
  const { actor } = asked.facts
  if (mayOnDeed(actor, asked.kind, state.path) !== 'yes' || actor.kind !== 'staff') return refused('not-allowed')
  const { account: by, unit } = actor
  switch (asked.kind) {
    case 'deed.approve': {
      const why = notToSign(state, by)
      return why ? refused(why) : accepted<DeedEvent>({ kind: 'DeedApproved', body: { by, unit } })
    }
    case 'deed.refuse':
      return refuse(state, asked.command, { by, unit })
    case 'deed.do':
      return done(state, asked.command, asked.facts)
    case 'deed.end':
      return end(state, asked.command)
    case 'deed.slip':
      return slip(state, asked.command, asked.facts)
  }
}

/** Two persons sign for money, the proposer never; an account, because whoever took a post over is another person. */
function notToSign(state: DeedState, account: string): string | null {
  if (state.status !== 'proposed') return 'deed.not-waiting'
  if (maySign(state, account)) return null
  return account === state.by ? 'deed.own-proposal' : 'deed.approved-before'
}

/** The reason is sealed: it may tell of a person. Refused: `deed.not-waiting`, `deed.own-proposal`. */
function refuse(state: DeedState, { reason }: Of<'deed.refuse'>, who: { by: string; unit: number }): Decided {
  if (state.status !== 'proposed') return refused('deed.not-waiting')
  if (who.by === state.by) return refused('deed.own-proposal')
  return accepted<DeedEvent>({ kind: 'DeedRefused', body: who, seal: { reason: text('deed.refused', reason) } })
}

/** Refused: `deed.not-approved`, `deed.not-yet` for a day ahead, `deed.notice-running` before the public notice is over. */
function done(state: DeedState, { on, evidence }: Of<'deed.do'>, { today }: DeedFacts): Decided {
  if (state.status === 'done') return refused('deed.done-before')
  if (state.status !== 'approved') return refused('deed.not-approved')
  if (on > today) return refused('deed.not-yet')
  if (state.noticeTo !== null && on <= state.noticeTo) return refused('deed.notice-running', { until: state.noticeTo })
  const seal = evidence === undefined ? {} : { seal: { evidence: text('deed.evidence', evidence) } }
  return accepted<DeedEvent>({ kind: 'DeedDone', body: { on }, ...seal })
}

/** It came to nothing. What was done stays done: `deed.done-before`; refused or ended before: `deed.not-waiting`. */
function end(state: DeedState, { reason }: Of<'deed.end'>): Decided {
  if (state.status === 'done') return refused('deed.done-before')
  if (state.status === 'refused' || state.status === 'ended') return refused('deed.not-waiting')
  return accepted<DeedEvent>({ kind: 'DeedEnded', body: {}, seal: { reason: text('deed.ended', reason) } })
}

/** Slips by which beneficiaries say one word. Refused: `deed.not-done`, `deed.no-more-slips`, `deed.too-many-slips`. */
function slip(state: DeedState, { side, count = 1 }: Of<'deed.slip'>, { mostSlipsAtOnce }: SlipFacts): Decided {
  if (state.status !== 'done') return refused('deed.not-done')
  if (count > mostSlipsAtOnce) return refused('deed.too-many-slips', { most: mostSlipsAtOnce })
  const left = slipsLeft(state, side)
  if (count > left) return refused('deed.no-more-slips', { left })
  return accepted<DeedEvent>({ kind: 'DeedSlipsMade', body: { side, count } })
}

/** One word by slip; a later one takes its place. Refused: `deed.by-slip-only`, `deed.said-so`. */
function say(state: DeedState, { useful }: Of<'deed.say'>, { slip: shown }: SayFacts): Decided {
  if (shown?.side !== 'workers') return refused('deed.by-slip-only')
  if (state.words.get(shown.n) === useful) return refused('deed.said-so')
  return accepted<DeedEvent>({ kind: 'DeedSaid', body: { slip: shown.n, useful } })
}

/** The enterprise's own word, counted apart from everybody's. Refused: `deed.by-slip-only`, `deed.said-so`. */
function enterpriseSay(state: DeedState, { useful }: Of<'deed.enterprise-say'>, { slip: shown }: SayFacts): Decided {
  if (shown?.side !== 'enterprise') return refused('deed.by-slip-only')
  if (state.enterpriseWord === useful) return refused('deed.said-so')
  return accepted<DeedEvent>({ kind: 'EnterpriseSaid', body: { slip: shown.n, useful } })
}

function text(kind: string, value: string): Sealed {
  return { part: 'text', kind, value }
}
