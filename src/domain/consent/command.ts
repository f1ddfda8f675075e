/** What a worker can agree to under a receipt; a code of rules/consent.yaml that something in the product asks for. */
export type Purpose = 'public-story'

/** Commands of the worker alone. `version`: of the text that was read. */
export type ConsentCommand =
  | {
      readonly kind: 'consent.give'
      readonly demand: string
      readonly purpose: Purpose
      readonly version: number
      readonly name: boolean
      readonly picture: boolean
    }
  | { readonly kind: 'consent.withdraw'; readonly demand: string; readonly purpose: Purpose }
