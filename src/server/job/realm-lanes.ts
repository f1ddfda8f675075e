/** Work of many realms: side by side, in each so many at once and in order, so that one realm waits for no other. */
export async function inRealmLanes<Each extends { readonly realm: number }>(
  all: readonly Each[],
  atOnce: (realms: number) => number,
  stopped: () => boolean,
  work: (one: Each) => Promise<void>,
): Promise<void> {
  const realms = Map.groupBy(all, ({ realm }) => realm)
  const lanes = [...realms.values()].flatMap((list) => {
    const waiting = list.values()
    return Array.from({ length: Math.min(atOnce(realms.size), list.length) }, async () => {
      for (const one of waiting) {
        if (stopped()) return
        await work(one)
      }
    })
  })
  await Promise.all(lanes)
}
