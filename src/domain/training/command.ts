/** Commands on what a person learnt where no class of ours was held: at a party school, before this system was there. */
export type TrainingCommand =
  | {
      readonly kind: 'training.record'
      /** Unit that vouches for it. */
      readonly unit: number
      readonly account: string
      readonly title: string
      /** Day it was completed, YYYY-MM-DD, not in the future. */
      readonly on: string
      readonly hours: number
      readonly tags: readonly string[]
      /** Plan whose hours it counts for. */
      readonly plan?: string | undefined
    }
  | { readonly kind: 'training.take-back'; readonly training: string }
