/** Commands about taking a matter out of the rates (domain §2.9, *Unfair score*). `demand` is the stream; texts are sealed. */
export type ExclusionCommand =
  /** The lead applies: a code of the catalogue, and what shows it. */
  | { readonly kind: 'exclusion.ask'; readonly demand: string; readonly reason: string; readonly text: string }
  /** One of two persons of the level above says yes or no; a no says why. */
  | {
      readonly kind: 'exclusion.weigh'
      readonly demand: string
      readonly agree: boolean
      readonly text?: string | undefined
    }
