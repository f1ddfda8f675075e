/** Asking the worker before the employer is gone to (domain §4 rules 4 and 21). `text`: when, whom, with which words. */
export type ApproachCommand =
  | { readonly kind: 'approach.propose'; readonly demand: string; readonly text: string }
  | {
      readonly kind: 'approach.answer'
      readonly demand: string
      readonly yes: boolean
      readonly text?: string | undefined
    }
  | {
      readonly kind: 'approach.record'
      readonly demand: string
      readonly yes: boolean
      /** How the worker said it. */
      readonly way: 'call' | 'person'
      readonly text?: string | undefined
    }
