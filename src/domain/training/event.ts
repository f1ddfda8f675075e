/** Events of one record of something learnt elsewhere. People are account ids, never names. */
export type TrainingEvent =
  | { readonly kind: 'TrainingRecorded'; readonly body: TrainingRecorded }
  | { readonly kind: 'TrainingTakenBack'; readonly body: Readonly<Record<string, never>> }

/** What was learnt, and which unit vouches for it (`path`: itself first). */
export type TrainingRecorded = {
  readonly unit: number
  readonly path: readonly number[]
  readonly account: string
  readonly title: string
  readonly on: string
  readonly hours: number
  readonly tags: readonly string[]
  readonly plan: string | null
}
