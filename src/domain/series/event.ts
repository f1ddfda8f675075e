/** Events of a series 系列. Its title is printed on every part and stands plain. `path`: the union, itself first. */
export type SeriesEvent = {
  readonly kind: 'SeriesOpened'
  readonly body: {
    readonly unit: number
    readonly path: readonly number[]
    readonly title: string
    /** Code of a topic 专题. */
    readonly topic: string | null
  }
}
