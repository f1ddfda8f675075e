type One = { readonly id: string; readonly name: string; readonly many?: number | undefined }

/** A line of a cast as the people it stands for: `{id: p, many: 3}` is p-1, p-2, p-3. */
export function eachOf<P extends One>(people: readonly P[]): readonly P[] {
  return people.flatMap((person) =>
    person.many === undefined
      ? [person]
      : Array.from({ length: person.many }, (_, n) => ({
          ...person,
          ...{ id: `${person.id}-${n + 1}`, name: `${person.name}${n + 1}`, many: undefined },
        })),
  )
}

/** Names as a list may write them, `p-1..p-60` being sixty; a name that is no range stands for itself. */
export function rangeOf(name: string): readonly string[] {
  const [, stem, from, again, to] = /^(.+)-(\d{1,3})\.\.(.+)-(\d{1,3})$/.exec(name) ?? []
  if (stem === undefined || stem !== again || Number(from) > Number(to)) return [name]
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => `${stem}-${Number(from) + n}`)
}
