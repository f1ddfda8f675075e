import type { ViewAnswer } from '../../../protocol/view.ts'
import type { DemandRow } from '../api/view.ts'

/** What every form of a verb is given: the page it stands on, and what to do when it was sent or put away. */
export interface FormProps {
  readonly page: ViewAnswer<'demand'>
  readonly row: DemandRow
  readonly onDone: () => void
  readonly onCancel: () => void
}
