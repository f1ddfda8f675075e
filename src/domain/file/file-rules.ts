/** What a file is to whoever looks at it. A voice is identity (domain §4 rule 25). */
export type FileKind = 'photo' | 'voice' | 'paper'

/** A type that is taken: `end` is how a name of it ends when it is saved. */
export type FileType = { readonly type: string; readonly kind: FileKind; readonly end: string }

/** `rules/files.yaml`: which files are taken, how large, how many, how long they wait. */
export type FileRules = {
  readonly mostBytes: number
  /** At one matter. */
  readonly mostFiles: number
  /** How long a file waits for its matter. */
  readonly keepHours: number
  /** Files begun from one place in a day before it waits. */
  readonly freePerPlace: number
  /** Bytes that wait for a matter, of all people together. */
  readonly mostWaitingBytes: number
  /** A picture of more is not opened. */
  readonly mostPixels: number
  /** Longer side, in pixels, and JPEG quality of what is looked at. */
  readonly viewEdge: number
  readonly viewQuality: number
  readonly types: readonly FileType[]
}
