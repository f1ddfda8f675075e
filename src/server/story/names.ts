/** What a story calls by name, and the wire by id. Filled by the cast and by `keep` while the story is played. */
export type Names = {
  readonly units: Map<string, number>
  /** Realm of each unit, by its id. */
  readonly realms: Map<number, number>
  readonly employers: Map<string, number>
  readonly people: Map<string, Person>
  readonly workers: Map<string, Worker>
  readonly demands: Map<string, string>
  readonly receipts: Map<string, Receipt>
  /** Streams of every other noun, as kept by `keep: { stream: … }`. */
  readonly streams: Map<string, string>
  /** Numbers, codes and posts that were kept. */
  readonly values: Map<string, string | number>
}

/** A person of the union; signs in with the story's one password. */
export type Person = { readonly account: string; readonly login: string }
/** A worker of the cast: what they may let the union know of themselves, and the receipts they were given. */
export type Worker = {
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly receipts: string[]
}
/** A receipt as it was handed out. */
export type Receipt = { readonly demand: string; readonly number: string; readonly code: string }

export function noNames(): Names {
  return {
    ...{ units: new Map(), realms: new Map(), employers: new Map(), people: new Map(), workers: new Map() },
    ...{ demands: new Map(), streams: new Map(), receipts: new Map(), values: new Map() },
  }
}

/** A step names something that is not there: the story is wrong, not the product. */
export class UnknownName extends Error {
  override readonly name = 'UnknownName'
}

/** What stands under a name. @throws UnknownName */
export function named<T>(what: string, table: ReadonlyMap<string, T>, name: string): T {
  const found = table.get(name)
  if (found === undefined) throw new UnknownName(`no ${what} is called ${name}`)
  return found
}
