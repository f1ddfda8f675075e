import type { IssueRow } from '../../../protocol/issue-view.ts'
import type { Speech } from '../text/say.tsx'

/** Where something is common: what kind of place it is, and its name. */
export function placeOf(
  { say }: Speech,
  { kind, employer, region }: Pick<IssueRow, 'kind' | 'employer' | 'region'>,
): string {
  return [say(`issues.kind.${kind}`), employer?.name ?? region?.name].filter(Boolean).join(' ')
}
