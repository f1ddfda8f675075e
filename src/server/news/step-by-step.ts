/** One step of a walk: does its part and tells which steps come next. */
export type Step = () => readonly Step[]

/** Walks a tree in its order, as deep as it may be: no step is called within another, so that no nesting ends it. */
export function stepByStep(first: Step): void {
  const ahead = [first]
  for (let step = ahead.pop(); step; step = ahead.pop()) {
    const next = step()
    for (let at = next.length - 1; at >= 0; at--) ahead.push(next[at] as Step)
  }
}
