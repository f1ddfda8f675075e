/**
 * Bodies of the commands on contact points 联系点, by kind. `fromOn` and `toOn` are local days, both included; `place` is the
 * stream, `unit` whose it is, `owner` and `post` posts of that unit.
 */
export type PlaceBodies = {
  readonly 'place.keep': {
    readonly unit: number
    /** Of a workplace, team or service point; never of a person. */
    readonly name: string
    readonly kind: string
    readonly employer?: number | undefined
    readonly region?: string | undefined
    readonly owner: number
    readonly fromOn: string
    readonly toOn?: string | undefined
  }
  readonly 'place.pass-on': { readonly place: string; readonly owner: number }
  readonly 'place.end': { readonly place: string; readonly on: string }
  readonly 'place.station': {
    readonly place: string
    readonly post: number
    readonly fromOn: string
    readonly toOn: string
  }
  readonly 'place.unstation': { readonly place: string; readonly entry: number }
}

/** Verbs on contact points: the kinds of the commands, and reading the list. */
export type PlaceVerb = keyof PlaceBodies | 'place.read'
