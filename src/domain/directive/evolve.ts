import type { DirectiveEvent } from './event.ts'
import type { AskedForm, DirectiveState } from './state.ts'

/** An event of a directive as it stands in the ledger. */
export type RecordedDirectiveEvent = DirectiveEvent & { readonly stream: string }

const drafted = {
  state: 'draft',
  ...{ to: null, issuedOn: null, successor: null, reason: null },
  ...{ asked: [], approved: [], attached: [] },
} as const

/** Folds one event into the state; the first is always `DirectiveDrafted`. */
export function evolve(state: DirectiveState | null, event: RecordedDirectiveEvent): DirectiveState {
  if (event.kind === 'DirectiveDrafted') return { id: event.stream, ...event.body, ...drafted }
  if (!state) throw new Error(`${event.kind} cannot be the first event of a directive`)
  switch (event.kind) {
    case 'DirectiveChanged':
      return { ...state, ...event.body }
    case 'DirectiveIssued':
      return { ...state, state: 'issued', to: event.body.to, issuedOn: event.body.on }
    case 'DirectiveSuperseded':
      return { ...state, state: 'superseded', successor: event.body.successor }
    case 'DirectiveWithdrawn':
      return { ...state, state: 'withdrawn', reason: event.body.reason }
    case 'FormAsked':
      return { ...state, asked: [...state.asked, { ...event.body, ...unanswered }] }
    case 'FormRefused':
      return { ...state, asked: answered(state.asked, event.body, { state: 'refused', reason: event.body.reason }) }
    case 'FormApproved': {
      const { unit, title, legalBasis } = event.body
      return {
        ...state,
        asked: answered(state.asked, event.body, { state: 'approved', reason: null }),
        approved: [...state.approved, { unit, title, legalBasis }],
      }
    }
    case 'FormAttached':
      return { ...state, attached: [...state.attached, event.body] }
  }
}

const unanswered = { state: 'asked', reason: null, answeredBy: null, answeredOn: null } as const

/** The answer to what that unit asked under that title and waits for. */
function answered(
  asked: readonly AskedForm[],
  of: { readonly unit: number; readonly title: string; readonly by?: number; readonly on?: string },
  answer: Pick<AskedForm, 'state' | 'reason'>,
): readonly AskedForm[] {
  const answers = { ...answer, answeredBy: of.by ?? null, answeredOn: of.on ?? null }
  return asked.map((each) => (isWaiting(each, of) ? { ...each, ...answers } : each))
}

/** Whether it is that form, and nobody has answered yet. */
export function isWaiting(
  form: AskedForm,
  { unit, title }: { readonly unit: number; readonly title: string },
): boolean {
  return form.state === 'asked' && form.unit === unit && form.title === title
}
