import type { Guard } from './guard.ts'

const visit = ['src/domain/visit/decide']
const place = ['src/domain/place/decide']
const raise = ['src/domain/demand/decide.test']
const keep = ['src/domain/demand/keep-cadre']
const visits = ['src/server/command/visits.pg']
const looked = ['test/architecture/looked']

const outreach = ['src/domain/outreach', 'src/domain/measure/count-outreach']

/** Visits, contact points, who stays with a worker, and the record of who read what was said there. */
export const visitGuards: readonly Guard[] = [
  {
    name: 'a visit is recorded once',
    file: 'src/domain/visit/record.ts',
    find: "if (state && state.status !== 'planned') return refused('visit.not-planned')",
    instead: '',
    tests: visit,
  },
  {
    name: 'a visit is recorded after it was paid',
    file: 'src/domain/visit/record.ts',
    find: "if (last - Date.parse(now) > aheadMinutes * MINUTE_MS) return refused('visit.ahead')",
    instead: '',
    tests: visit,
  },
  {
    name: 'a visit was not submitted after it arrived',
    file: 'src/domain/visit/record.ts',
    find: 'Math.min(Date.parse(at), Date.parse(now))',
    instead: 'Date.parse(at)',
    tests: visits,
  },
  {
    name: 'who recorded a visit corrects it, and nobody else',
    file: 'src/domain/visit/record.ts',
    find: "if (!facts.actorPosts.includes(state.by)) return refused('visit.not-yours')",
    instead: '',
    tests: visit,
  },
  {
    name: 'a visit is corrected within days',
    file: 'src/domain/visit/record.ts',
    find: 'if (Date.parse(facts.now) - Date.parse(state.recordedAt) > facts.correctDays * DAY_MS)',
    instead: 'if (facts.correctDays < 0)',
    tests: visit,
  },
  {
    name: 'the words of a visit are for its team and the head of its union',
    file: 'src/domain/visit/may.ts',
    find: "{ role: 'head', verb: 'visit.open', reach: 'own' },",
    instead: "{ role: 'head', verb: 'visit.open', reach: 'subtree' },",
    tests: visits,
  },
  {
    name: 'who reads the words of a visit is written down',
    file: 'src/server/view/visit-page.ts',
    find: "const by = await look(visit, 'text')",
    instead: "const by = 'machine' as const",
    tests: looked,
  },
  {
    name: 'the record is of the words that are opened',
    file: 'src/server/vault/looked.ts',
    find: 'by.subject !== subject || by.part !== part',
    instead: 'false',
    tests: ['src/server/vault/looked'],
  },
  {
    name: 'the union of a workplace is no place on the page of who is not named',
    file: 'src/server/view/follow.ts',
    find: "unit: mode !== 'named' && ofWorkplace ? null : unit",
    instead: 'unit',
    tests: ['src/server/command/kept-cadre.pg'],
  },
  {
    name: 'who heard it at the workplace does not name the place',
    file: 'src/server/view/follow.ts',
    find: 'unit: row.unit !== null && places.has(row.unit.id) ? null : row.unit',
    instead: 'unit: row.unit',
    tests: ['src/server/command/kept-cadre.pg'],
  },
  {
    name: 'an owner of a contact point is of its union',
    file: 'src/domain/place/decide.ts',
    find: "if (post?.unit !== state.unit) return refused('post.unknown', { post: owner })",
    instead: "if (!post) return refused('post.unknown', { post: owner })",
    tests: place,
  },
  {
    name: 'the name of a contact point leads to nobody',
    file: 'src/domain/place/decide.ts',
    find: "if (findPersonal(body.name).length > 0) return refused('place.names-someone')",
    instead: '',
    tests: place,
  },
  {
    name: 'a number in a sentence is masked for who reads it',
    file: 'src/server/view/visit-page.ts',
    find: 'maskPersonal(value).text',
    instead: 'value',
    tests: visits,
  },
  {
    name: 'nobody lives in one place twice at once',
    file: 'src/domain/place/decide.ts',
    find: "if (over) return refused('place.stationed', { entry: over.entry })",
    instead: '',
    tests: place,
  },
  {
    name: 'what is kept no longer is not arranged any more',
    file: 'src/domain/place/decide.ts',
    find: "if (state.endedOn !== null) return refused('place.ended', { on: state.endedOn })",
    instead: '',
    tests: place,
  },
  {
    name: 'only what was heard on a visit has a time of its own',
    file: 'src/domain/demand/raise.ts',
    find: "if (command.madeAt !== undefined && facts.visitFrom === null) return refused('demand.made-at')",
    instead: '',
    tests: raise,
  },
  {
    name: 'nothing was heard before the visit began',
    file: 'src/domain/demand/raise.ts',
    find: 'Math.max(Date.parse(madeAt), Date.parse(visitFrom))',
    instead: 'Date.parse(madeAt)',
    tests: raise,
  },
  {
    name: 'a demand was not submitted after it arrived',
    file: 'src/domain/demand/raise.ts',
    find: 'Math.min(at, Date.parse(now))',
    instead: 'at',
    tests: raise,
  },
  {
    name: 'a demand is of a visit of the same person',
    file: 'src/server/command/visit-facts.ts',
    find: 'own.some((post) => found.posts.includes(post))',
    instead: 'own.length > 0',
    tests: visits,
  },
  {
    name: 'no cadre keeps itself with a worker',
    file: 'src/domain/demand/keep-cadre.ts',
    find: "if (actor.kind !== 'claimant') return refused('cadre.workers-only')",
    instead: '',
    tests: keep,
  },
  {
    name: 'only the named read who stays with them',
    file: 'src/server/view/keeping.ts',
    find: "if (row.mode !== 'named') return { ...common, who, unit: null, came: null, stays: null }",
    instead: '',
    tests: ['src/server/command/kept-cadre.pg'],
  },
  {
    name: 'what arrived late is charged to nobody',
    file: 'src/domain/measure/count-demand.ts',
    find: 'if (before.lateAt !== null && due < before.lateAt) return null',
    instead: '',
    tests: ['src/domain/measure/count-demand'],
  },
  {
    name: 'only the auditor lists who looked',
    file: 'src/server/view/openings.ts',
    find: "if (mayAtUnit(openingGrants, actor, 'opening.read', [actor.unit]) !== 'yes') throw new Fault(404, 'not-found')",
    instead: '',
    tests: ['src/server/command/visits.pg.test.ts'],
  },
  {
    name: 'who gave no name is not told that a cadre left',
    file: 'src/server/notice/keeper-follower.ts',
    find: "d.mode <> 'anonymous'",
    instead: 'true',
    tests: ['src/server/command/kept-cadre.pg.test.ts'],
  },
  {
    name: 'nobody but the server says which enterprises were visited',
    file: 'src/domain/outreach/decide.ts',
    find: "if (actor.kind !== 'system') return refused('not-allowed')",
    instead: '',
    tests: outreach,
  },
  {
    name: 'an enterprise is said to be visited once',
    file: 'src/domain/outreach/decide.ts',
    find: "if (state?.reached && same(state, first)) return refused('outreach.as-it-is')",
    instead: '',
    tests: outreach,
  },
  {
    name: 'an enterprise that nobody visited after all counts no longer',
    file: 'src/domain/measure/count-outreach.ts',
    find: 'if (!state?.reached) return []',
    instead: 'if (!state) return []',
    tests: outreach,
  },
]
