import type { Guard } from './guard.ts'

const life = ['src/domain/life']

/** Laws that random lives are held to: what a life must miss when the line is another. */
export const lawGuards: readonly Guard[] = [
  {
    name: 'who is responsible holds it',
    file: 'src/domain/demand/next.ts',
    find: 'hold(ruling?.ruler, bits.ruler)',
    instead: '',
    tests: life,
  },
  {
    name: 'a master hears that a claim was opened again',
    file: 'src/domain/merge/evolve.ts',
    find: 'return { ...merge, claims: settled(merge, event.body.claim, null) }',
    instead: 'return merge',
    tests: life,
  },
  {
    name: 'an event says nothing that text cannot',
    file: 'src/domain/demand/raise.ts',
    find: 'employer: command.employer ?? null,',
    instead: 'employer: command.employer ?? Number.NaN,',
    tests: life,
  },
  {
    name: 'what time did is done',
    file: 'src/domain/clock/act.ts',
    find: 'nextAt: times.interimAt(state, now)',
    instead: 'nextAt: due.at',
    tests: life,
  },
  {
    name: 'what was done for all is marked as shared',
    file: 'src/domain/merge/decide.ts',
    find: 'amountFen: null, shared: true',
    instead: 'amountFen: null, shared: state.deeds > 0',
    tests: life,
  },
  {
    name: 'a copy passes by the own union',
    file: 'src/domain/demand/offer.ts',
    find: 'return blocked.includes(copy.unit) ? [] : [copy]',
    instead: 'return [copy]',
    tests: life,
  },
  {
    name: 'silence climbs past the own union',
    file: 'src/domain/demand/ladder.ts',
    find: 'return route(above(ladder, unit), blocked)?.to ?? null',
    instead: 'return route(above(ladder, unit), [])?.to ?? null',
    tests: life,
  },
  {
    name: 'merging widens nobody’s sight',
    file: 'src/domain/merge/decide.ts',
    find: '[state.restricted, master.restricted, lead.section].some((one) => one !== section)',
    instead: 'lead.section !== section',
    tests: life,
  },
  {
    name: 'a claim presses as its master does',
    file: 'src/domain/merge/decide.ts',
    find: 'raises(state, command) ? command : state',
    instead: 'state',
    tests: [...life, 'src/domain/merge/decide'],
  },
  {
    name: 'in no life calls back who handled it',
    file: 'src/domain/callback/decide.ts',
    find: "state.acts.some(({ duty, post }) => duty === 'handle' && facts.actorPosts.includes(post))",
    instead: "state.acts.some(({ duty }) => duty === 'handle' && facts.actorPosts.length > 99)",
    tests: life,
  },
]
