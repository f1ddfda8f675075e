import type { Guard } from './guard.ts'

const handOver = ['src/domain/account/hand-over']
const office = ['src/domain/roster/decide']
const apart = ['src/domain/demand/apart']

/** Posts that are handed over, rosters, small offices. */
export const officeGuards: readonly Guard[] = [
  {
    name: 'nobody hands a post over to themselves',
    file: 'src/domain/account/hand-over.ts',
    find: 'for (const account of [command.account, command.to])',
    instead: 'for (const account of [command.account])',
    tests: handOver,
  },
  {
    name: 'who takes a post over holds nothing against it',
    file: 'src/domain/account/hand-over.ts',
    find: 'if (against) return against',
    instead: '',
    tests: handOver,
  },
  {
    name: 'a post handed over twice keeps its chain',
    file: 'src/domain/account/hand-over.ts',
    find: 'post.handedOver?.first ?? post.post',
    instead: 'post.post',
    tests: handOver,
  },
  {
    name: 'a post is on duty once at a time',
    file: 'src/domain/roster/decide.ts',
    find: "if (over) return refused('duty.overlap', { entry: over.entry })",
    instead: '',
    tests: office,
  },
  {
    name: 'the head does not make the office small',
    file: 'src/domain/roster/may.ts',
    find: "{ role: 'admin', verb: 'office.set-small', reach: 'subtree' },",
    instead: "{ role: 'head', verb: 'office.set-small', reach: 'own' },",
    tests: office,
  },
  {
    name: 'nobody combines some duties, however small',
    file: 'src/domain/demand/apart.ts',
    find: "if (paired(pairs.never)) return 'refused'",
    instead: '',
    tests: apart,
  },
  {
    name: 'a strict office combines nothing',
    file: 'src/domain/demand/apart.ts',
    find: "return mode === 'small' ? 'combined' : 'refused'",
    instead: "return 'combined'",
    tests: apart,
  },
  {
    name: 'to answer at once is to handle',
    file: 'src/server/command/duties.ts',
    find: "'demand.answer-now': ['triage', 'handle'],",
    instead: "'demand.answer-now': 'triage',",
    tests: ['src/server/command/apart'],
  },
]
