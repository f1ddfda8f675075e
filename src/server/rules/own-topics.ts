import type { Topic } from '../../domain/topic.ts'
import type { Files } from './forms.ts'
import { looser } from './own-file.ts'
import type { RulesPath } from './rules-document.ts'
import { topicOf } from './taxonomy.ts'
import { mayStandFor, type Tighter } from './tighter.ts'

type Placed = { readonly topic: Topic; readonly at: RulesPath }

/**
 * A federation orders topics as it likes, but none of those that ship becomes less urgent by it, tells more of the worker, or
 * loses what guards it. Compared is what a leaf means: with what it has from its letter, and a retired one as what it leads to.
 */
export function keepTopics(shipped: Files['taxonomy'], own: Files['taxonomy'], { topics }: Tighter): void {
  if (shipped === own) return
  const known = placesOf(own)
  for (const { topic: was } of placesOf(shipped).values()) {
    const is = was.retiredTo === null ? livingOf(known, was.code) : undefined
    if (!is) continue
    const [before, after] = [meant(was), meant(is.topic)]
    for (const field of Object.keys(before) as (keyof typeof before)[]) {
      if (mayStandFor(topics[field], after[field], before[field], 0)) continue
      own.refuse([...is.at, field], `${was.code}: ${looser(after[field], before[field], topics[field])}`)
    }
  }
}

function meant({ urgency, groupUrgency, mode, mayGoToEnterpriseUnion, flags }: Topic) {
  return { urgency, groupUrgency: groupUrgency ?? urgency, mode, mayGoToEnterpriseUnion, flags }
}

function placesOf({ value }: Files['taxonomy']): ReadonlyMap<string, Placed> {
  const placed = value.groups.flatMap((group, at) =>
    group.leaves.map((leaf, n) => ({ topic: topicOf(group, leaf), at: ['groups', at, 'leaves', n] })),
  )
  return new Map(placed.map((each) => [each.topic.code, each]))
}

/** The leaf itself, or what it was retired to. A circle is refused elsewhere. */
function livingOf(known: ReadonlyMap<string, Placed>, code: string): Placed | undefined {
  const seen = new Set<string>()
  let found = known.get(code)
  while (found?.topic.retiredTo && !seen.has(found.topic.code)) {
    seen.add(found.topic.code)
    found = known.get(found.topic.retiredTo)
  }
  return found
}
