import type { TimelineRow } from '../../../protocol/view.ts'
import { holderUnit, number, word } from './event-detail.ts'

/** A joint order as its page shows it: asked of a union (`unit`) or of a department. */
export interface Joint {
  readonly n: number
  readonly unit: number | null
  readonly department: string | null
  readonly dueAt: string
  readonly state: 'asked' | 'answered' | 'unable'
}
/** A letter that went out. */
export interface Letter {
  readonly n: number
  readonly letter: string
  readonly replyDueAt: string | null
  readonly replied: boolean
}

/** How a demand stands beside its row: what its events say is open now. Nothing here is decided; the server decides. */
export interface Standing {
  readonly objectUntil: string | null
  readonly autoSignAt: string | null
  readonly joints: readonly Joint[]
  readonly letters: readonly Letter[]
  /** What was asked of one level up and not decided. */
  readonly asked: TimelineRow | null
  readonly objection: TimelineRow | null
  readonly opinion: TimelineRow | null
  /** The application to leave it out of the rates that waits for the level above. */
  readonly exclusion: TimelineRow | null
  /** Posts that agreed to it. */
  readonly agreed: readonly number[]
  readonly extended: boolean
  readonly pause: { readonly untilAt: string; readonly reason: string } | null
  readonly promise: {
    readonly on: string
    readonly promisor: string
    readonly amountFen: number
  } | null
  readonly supervisors: readonly number[]
  /** Who must protect the worker, and by when it says how. */
  readonly protecting: { readonly unit: number | null; readonly dueAt: string } | null
  /** The worker's latest word of pressure or trouble. */
  readonly trouble: TimelineRow | null
  readonly masterNumber: string | null
  readonly claims: number
}

const nothing: Standing = {
  objectUntil: null,
  autoSignAt: null,
  joints: [],
  letters: [],
  asked: null,
  objection: null,
  opinion: null,
  exclusion: null,
  agreed: [],
  extended: false,
  pause: null,
  promise: null,
  supervisors: [],
  protecting: null,
  trouble: null,
  masterNumber: null,
  claims: 0,
}

export function standingOf(timeline: readonly TimelineRow[]): Standing {
  return timeline.reduce(after, nothing)
}

function after(so: Standing, row: TimelineRow): Standing {
  const { kind, detail } = row
  const text = (name: string) => word(detail, name) || null
  switch (kind) {
    case 'OrderOffered':
      return { ...so, objection: null, objectUntil: text('objectUntil'), autoSignAt: text('autoSignAt') }
    case 'OrderSigned':
      return { ...so, objectUntil: null, autoSignAt: null }
    case 'OrderObjected':
      return { ...so, objection: row, objectUntil: null, autoSignAt: null }
    case 'OrderRuled':
      return { ...so, objection: null }
    case 'JointOrdered': {
      const joint = { n: number(detail, 'n'), unit: holderUnit(detail.holder), department: text('department') }
      return { ...so, joints: [...so.joints, { ...joint, dueAt: word(detail, 'dueAt'), state: 'asked' }] }
    }
    case 'JointAnswered': {
      const state = detail.unable === true ? 'unable' : 'answered'
      return { ...so, joints: so.joints.map((each) => (each.n === number(detail, 'n') ? { ...each, state } : each)) }
    }
    case 'RequestAsked':
      return { ...so, asked: row }
    case 'RequestGranted':
    case 'RequestRefused':
      return { ...so, asked: null }
    case 'DemandExtended':
      return { ...so, extended: true }
    case 'PauseStarted':
      return { ...so, pause: { untilAt: word(detail, 'untilAt'), reason: word(detail, 'reason') } }
    case 'PauseEnded':
      return { ...so, pause: null }
    case 'OpinionAsked':
      return { ...so, opinion: row }
    case 'OpinionGiven':
      return { ...so, opinion: null }
    case 'ExclusionAsked':
      return { ...so, exclusion: row, agreed: [] }
    case 'ExclusionWeighed':
      return detail.agree === true ? { ...so, agreed: [...so.agreed, number(detail, 'post')] } : so
    case 'ExclusionDecided':
    case 'VerdictGiven':
      return { ...so, exclusion: null }
    case 'CommitmentMade': {
      const promise = { on: word(detail, 'promisedOn'), promisor: word(detail, 'promisor') }
      return { ...so, promise: { ...promise, amountFen: number(detail, 'amountFen') } }
    }
    case 'CommitmentContradicted':
    case 'CommitmentKept':
    case 'CommitmentUnmet':
      return { ...so, promise: null }
    case 'LetterSent': {
      const letter = { n: number(detail, 'n'), letter: word(detail, 'letter'), replyDueAt: text('replyDueAt') }
      return { ...so, letters: [...so.letters, { ...letter, replied: false }] }
    }
    case 'LetterReplied':
      return {
        ...so,
        letters: so.letters.map((each) => (each.n === number(detail, 'n') ? { ...each, replied: true } : each)),
      }
    case 'ClockSupervised': {
      const unit = holderUnit(detail.to)
      return unit === null ? so : { ...so, supervisors: [...new Set([...so.supervisors, unit])] }
    }
    case 'ProtectionOpened':
      return { ...so, protecting: { unit: holderUnit(detail.to), dueAt: word(detail, 'dueAt') } }
    case 'ProtectionAnswered':
      return { ...so, protecting: null }
    case 'PressureReported':
      return { ...so, trouble: row }
    case 'WatchAnswered':
      return detail.trouble === true ? { ...so, trouble: row } : so
    case 'DemandMerged':
      return { ...so, masterNumber: text('masterNumber') }
    case 'ClaimJoined':
      return { ...so, claims: so.claims + 1 }
    case 'DemandReopened':
    case 'DemandClosed':
    case 'DemandWithdrawn':
      // What was asked for ends with the round it was asked in; joints and letters stay as they are.
      return { ...so, asked: null, opinion: null, pause: null, promise: null, objectUntil: null }
    default:
      return so
  }
}

/** Those this person may answer: their own union's, and as the lead those of departments. */
export function jointsFor(joints: readonly Joint[], own: number | undefined): Joint[] {
  const open = joints.filter((joint) => joint.state === 'asked')
  const mine = open.filter((joint) => joint.unit === own)
  return mine.length > 0 ? mine : open.filter((joint) => joint.department !== null)
}
