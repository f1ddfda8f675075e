/** The two fields of a class that can be raised and lowered (§2.7); codes of the rules, most pressing first. */
export type Pressing = { readonly urgency: string; readonly difficulty: string }

const urgencies: readonly string[] = ['P0', 'P1', 'P2']
const difficulties: readonly string[] = ['plain', 'hard', 'complex']

/** Whether an urgency presses less than another. */
export function lessUrgent(one: string, than: string): boolean {
  return urgencies.indexOf(one) > urgencies.indexOf(than)
}

/** Whether `to` is due sooner than `from` by the table of classes: more urgent, or as urgent and less difficult. */
export function raises(from: Pressing, to: Pressing): boolean {
  if (from.urgency !== to.urgency) return lessUrgent(from.urgency, to.urgency)
  return difficulties.indexOf(to.difficulty) < difficulties.indexOf(from.difficulty)
}
