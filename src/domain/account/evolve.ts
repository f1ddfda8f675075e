import type { AccountEvent } from './event.ts'
import type { AccountState } from './state.ts'

/** An account event as it stands in the ledger: with its instant (ISO 8601 UTC) and the stream it belongs to. */
export type RecordedAccountEvent = AccountEvent & { readonly at: string; readonly stream: string }

/** Folds one event into the state. Reads no rule and no clock. @throws Error when the stream does not begin with AccountCreated. */
export function evolve(state: AccountState | null, event: RecordedAccountEvent): AccountState {
  if (event.kind === 'AccountCreated') {
    const { unit, realm } = event.body
    return { id: event.stream, unit, realm, posts: [], disabledAt: null }
  }
  if (!state) throw new Error(`the first event of an account is AccountCreated, not ${event.kind}`)
  switch (event.kind) {
    case 'PostGranted':
      return { ...state, posts: [...state.posts, { ...event.body, since: event.at, until: null }] }
    case 'PostEnded': {
      const { post } = event.body
      return { ...state, posts: state.posts.map((held) => (held.post === post ? { ...held, until: event.at } : held)) }
    }
    case 'AccountDisabled':
      return { ...state, disabledAt: event.at }
    case 'PasswordReset':
      return state
  }
}
