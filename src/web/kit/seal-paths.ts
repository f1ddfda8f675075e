/**
 * The three seals 面 心 实 as shapes in a box of 64 × 64. No phone is sure to have a Chinese serif, so the characters are
 * outlines (of Noto Serif CJK SC Bold, SIL OFL 1.1, which leaves drawings made with a font free).
 */
export const sealGlyphs = {
  met: 'M15 23.5V51.7H15.9C18.5 51.7 20 50.8 20 50.4V48.3H43.5V51.4H44.4C47 51.4 48.8 50.3 48.8 50V25.2C49.7 25 50.2 24.7 50.5 24.3L45.8 20.6L43.3 23.5H29C30.8 21.8 33 19.4 34.8 17.2H50.8C51.4 17.2 51.9 17 52 16.5C49.9 14.8 46.5 12.3 46.5 12.3L43.5 16H12L12.3 17.2H28L27.4 23.5H20.5L15 21.4ZM20 47.1V24.7H24.5V47.1ZM43.5 47.1H39V24.7H43.5ZM29.2 24.7H34.3V31.2H29.2ZM29.2 32.4H34.3V39.2H29.2ZM29.2 40.4H34.3V47.1H29.2Z',
  understood:
    'M29.2 13.4 28.7 13.7C31.3 16.8 33.9 21.3 34.7 25.3C39.9 29.2 43.9 18.4 29.2 13.4ZM29 21.1 22.5 20.5V45.7C22.5 49.7 24.2 50.6 29.2 50.6H34.7C43.5 50.6 45.7 49.6 45.7 47.2C45.7 46.2 45.3 45.7 43.7 45.1L43.6 38.2H43.1C42.2 41.4 41.4 43.9 40.8 44.8C40.5 45.3 40.1 45.5 39.4 45.5C38.6 45.5 37 45.6 35.1 45.6H29.9C28 45.6 27.5 45.3 27.5 44.2V22.3C28.6 22.1 28.9 21.7 29 21.1ZM42.5 26.5 42.1 26.8C45.5 31.4 46.6 37.9 46.9 42.1C50.9 47.4 57.9 35.8 42.5 26.5ZM17.7 25.6 17.2 25.6C17.3 31.3 15.1 36.5 13 38.5C11.9 39.7 11.6 41.3 12.7 42.5C13.9 43.8 16.3 43.6 17.7 41.5C19.7 38.6 20.9 33.3 17.7 25.6Z',
  delivered:
    'M28.2 12.1 27.9 12.3C29.6 13.7 30.7 16.1 30.8 18.4C35.8 22 40.7 12.2 28.2 12.1ZM18.2 28.9 17.9 29.2C19.7 30.7 21.7 33.3 22.3 35.7C27.1 38.6 30.7 29.4 18.2 28.9ZM21.4 22.1 21.1 22.4C22.7 23.8 24.5 26.3 25.1 28.4C29.6 31.1 33 22.6 21.4 22.1ZM18 16.7H17.4C17.6 18.7 15.7 20.6 14.3 21.3C12.8 22 11.7 23.3 12.2 25.1C12.8 27 15.2 27.5 16.7 26.6C18.2 25.7 19.3 23.5 18.9 20.4H45.1C44.8 22.1 44.4 24.3 44.1 25.8L44.4 26.1C46.4 24.9 48.9 22.9 50.3 21.4C51.2 21.4 51.7 21.3 52 20.9L47.4 16.5L44.7 19.2H18.8C18.6 18.4 18.3 17.6 18 16.7ZM46 33.3 43.2 37.2H35.3C36.5 33.2 36.6 28.6 36.7 23.2C37.7 23.1 38.1 22.7 38.2 22.1L31.2 21.5C31.2 27.7 31.3 32.8 30 37.2H13.3L13.7 38.5H29.5C27.4 43.7 22.7 47.9 12 51.3L12.3 51.9C24.3 49.5 30.3 46 33.4 41.4C39.2 44.5 43.5 48.7 45.2 51.3C50.3 54 54.1 43.4 33.9 40.5C34.3 39.8 34.6 39.1 34.9 38.5H50C50.7 38.5 51.1 38.2 51.3 37.8C49.3 36 46 33.3 46 33.3Z',
} as const

/** Side of the box the shapes are drawn in. */
export const SEAL_BOX = 64

/** Which seal. Always shown in this order. */
export type SealName = keyof typeof sealGlyphs

/**
 * How a seal is drawn. `blank`: dashed, not yet. `outline`: by call or thread, or claimed by the union and not yet by the
 * worker. `solid`: earned.
 */
export type SealDegree = 'blank' | 'outline' | 'solid'

/** The seals of a demand as a view gives them. */
export type SealValues = {
  readonly met: 'none' | 'thread' | 'call' | 'person'
  readonly understood: 'none' | 'yes' | 'inPerson' | 'affirmed'
  readonly delivered: 'none' | 'claimed' | 'yes'
}

const degrees = {
  met: { none: 'blank', thread: 'outline', call: 'outline', person: 'solid' },
  understood: { none: 'blank', yes: 'solid', inPerson: 'solid', affirmed: 'solid' },
  delivered: { none: 'blank', claimed: 'outline', yes: 'solid' },
} as const satisfies Record<SealName, Record<string, SealDegree>>

/** The three seals in their order with how each is drawn. */
export function sealDegrees(seals: SealValues): readonly { readonly name: SealName; readonly degree: SealDegree }[] {
  return [
    { name: 'met', degree: degrees.met[seals.met] },
    { name: 'understood', degree: degrees.understood[seals.understood] },
    { name: 'delivered', degree: degrees.delivered[seals.delivered] },
  ]
}
