import { accepted, type Decision } from '../decision.ts'

/** Body of `reading.record`: whose sealed words (`of`, the stream), which part, and the post that is about to see them. */
export type RecordReading = {
  readonly of: string
  readonly part: 'identity' | 'text'
  readonly unit: number
  readonly post: number
}

/**
 * What stands in the access stream of anything but a demand (domain §4 rule 8): these words were opened by this post. A
 * demand's own is `ContentOpened`, which tells the purpose as well.
 */
export type ReadingEvent = { readonly kind: 'WordsOpened'; readonly body: RecordReading }

/** Opening is always written down; whether the post may is decided by the view that is about to show the words. */
export function leaveReading({ of, part, unit, post }: RecordReading): Decision<ReadingEvent> {
  return accepted<ReadingEvent>({ kind: 'WordsOpened', body: { of, part, unit, post } })
}
