import { deedMark } from '../../domain/code/slip-number.ts'
import type { DeedState } from '../../domain/deed/state.ts'
import { realmOfId } from '../../domain/id.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { TableRows } from './table.ts'

/** The row of a deed, from the folded state alone. */
export function projectDeed(state: unknown, events: readonly PastEvent[]): readonly TableRows[] {
  const deed = state as DeedState
  const said = (word: string) => [...deed.words.values()].filter((each) => each === word).length
  const row = {
    ...{ realm: realmOfId(deed.id), id: deed.id, mark: deedMark(deed.id), unit: deed.unit, path: deed.path },
    ...{ deed: deed.deed, for_whom: deed.for, employer: deed.employer, demand: deed.demand, status: deed.status },
    ...{ beneficiaries: deed.beneficiaries, amount_fen: deed.amountFen, fund: deed.fund, own_fields: deed.fields },
    ...{ notice_from: deed.noticeFrom, notice_to: deed.noticeTo, approvers: deed.approvers },
    ...{ proposed_by: deed.by, proposed_at: deed.proposedAt, approvals: deed.approvals, done_on: deed.doneOn },
    ...{ slips_workers: deed.slips.workers, slips_enterprise: deed.slips.enterprise },
    ...{ said_yes: said('yes'), said_partly: said('partly'), said_no: said('no') },
    enterprise_word: deed.enterpriseWord,
  }
  const replaces = events[0]?.version === 1 ? {} : { replaces: [deed.id] }
  return [{ table: 'deed', ...replaces, rows: [row] }]
}
