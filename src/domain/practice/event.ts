/** A unit as it stood when it was named: `path` is itself first, then all above it. */
export type At = { readonly unit: number; readonly path: readonly number[] }

/** Events of a practice. All of it is meant to be read by others; nothing in it is sealed, and it names nobody. */
export type PracticeEvent =
  | { readonly kind: 'PracticeDescribed'; readonly body: PracticeDescribed }
  | { readonly kind: 'PracticeAdopted'; readonly body: At & { readonly since: string } }
  | { readonly kind: 'PracticeEnded'; readonly body: { readonly unit: number } }

/** What is tried, where, since when, and by which figure one looks whether it helped. */
export type PracticeDescribed = At & {
  readonly title: string
  readonly text: string
  readonly where: readonly At[]
  readonly since: string
  readonly measure: string
  readonly cut: string | null
}
