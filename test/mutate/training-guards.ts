import type { Guard } from './guard.ts'

const rotation = ['src/domain/rotation', 'src/domain/measure/count-rotation']
const invitation = ['src/domain/invitation', 'src/domain/measure/count-invitation']
const meeting = ['src/domain/meeting/decide']
const plan = ['src/domain/plan/decide']
const lesson = ['src/domain/class/decide']
const words = ['src/domain/issued-words']

/** Plans, courses, classes, who counts as trained; meetings, invitations; words that go to everybody. */
export const trainingGuards: readonly Guard[] = [
  {
    name: 'nobody but the server says who is trained',
    file: 'src/domain/rotation/decide.ts',
    find: "if (actor.kind !== 'system') return refused('not-allowed')",
    instead: '',
    tests: rotation,
  },
  {
    name: 'a person is said to be trained once',
    file: 'src/domain/rotation/decide.ts',
    find: "if (state?.met && same(state, standing)) return refused('rotation.as-it-is')",
    instead: '',
    tests: rotation,
  },
  {
    name: 'whoever lapsed counts no longer',
    file: 'src/domain/measure/count-rotation.ts',
    find: 'if (!state?.met) return []',
    instead: 'if (!state) return []',
    tests: rotation,
  },
  {
    name: 'only the union itself says who was there',
    file: 'src/domain/invitation/decide.ts',
    find: "if (mayOnMeeting(actor, command.kind, unit?.path ?? []) !== 'yes') return refused('not-allowed')",
    instead: '',
    tests: invitation,
  },
  {
    name: 'who was not invited was not there',
    file: 'src/domain/invitation/decide.ts',
    find: 'if (!unit || !invited(meeting, unit.path))',
    instead: 'if (!unit)',
    tests: invitation,
  },
  {
    name: 'who was there is said once it has begun',
    file: 'src/domain/invitation/decide.ts',
    find: "if (now < meeting.startAt) return refused('meeting.not-begun')",
    instead: '',
    tests: invitation,
  },
  {
    name: 'nobody there is no attendance',
    file: 'src/domain/measure/count-invitation.ts',
    find: 'if (!state?.persons) return []',
    instead: 'if (!state || state.persons === null) return []',
    tests: invitation,
  },
  {
    name: 'a meeting is of a campaign of the own union or one above',
    file: 'src/domain/meeting/decide.ts',
    find: '(campaignOf === null || !unit.path.includes(campaignOf))',
    instead: 'campaignOf === null',
    tests: meeting,
  },
  {
    name: 'what has begun is not cancelled',
    file: 'src/domain/meeting/decide.ts',
    find: "if (facts.now >= state.startAt) return refused('meeting.begun')",
    instead: '',
    tests: meeting,
  },
  {
    name: 'a decision becomes a clause of the own draft alone',
    file: 'src/domain/meeting/decide.ts',
    find: 'if (directive !== null && facts.directive?.unit !== state.unit)',
    instead: 'if (directive !== null && !facts.directive)',
    tests: meeting,
  },
  {
    name: 'what was issued takes no more clauses',
    file: 'src/domain/meeting/decide.ts',
    find: "if (directive !== null && facts.directive?.state !== 'draft')",
    instead: 'if (false)',
    tests: meeting,
  },
  {
    name: 'a task is of a union below',
    file: 'src/domain/meeting/decide.ts',
    find: 'if (asTask && !unit?.path.includes(state.unit))',
    instead: 'if (asTask && !unit)',
    tests: meeting,
  },
  {
    name: 'a decision names nobody',
    file: 'src/domain/meeting/decide.ts',
    find: 'const named = wordsNameSomeone({ what })',
    instead: 'const named = null',
    tests: meeting,
  },
  {
    name: 'every line of a list is looked at',
    file: 'src/domain/issued-words.ts',
    find: "const lines = typeof value === 'string' ? [value] : (value ?? [])",
    instead: "const lines = typeof value === 'string' ? [value] : (value ?? []).slice(0, 1)",
    tests: words,
  },
  {
    name: 'a directive names nobody',
    file: 'src/domain/directive/decide.ts',
    find: 'return wordsNameSomeone({ title, clauses: clauses?.map(({ text }) => text) })',
    instead: 'return wordsNameSomeone({ title })',
    tests: ['src/domain/directive/decide'],
  },
  {
    name: 'a campaign names nobody',
    file: 'src/domain/campaign/decide.ts',
    find: 'return wordsNameSomeone({ title, purpose, basis, stages: stages?.map((stage) => stage.title) })',
    instead: 'return wordsNameSomeone({ title })',
    tests: ['src/domain/campaign/decide'],
  },
  {
    name: 'a plan ends after it begins',
    file: 'src/domain/plan/decide.ts',
    find: "return from <= to ? null : refused('plan.order')",
    instead: 'return null',
    tests: plan,
  },
  {
    name: 'a group of a plan stands once',
    file: 'src/domain/plan/decide.ts',
    find: "return new Set(keys).size === keys.length ? null : refused('plan.group-twice')",
    instead: 'return null',
    tests: plan,
  },
  {
    name: 'a class is of a course of the own union or one above',
    file: 'src/domain/class/plan.ts',
    find: 'if (!course || !unit.path.includes(course.path[0] as number))',
    instead: 'if (!course)',
    tests: lesson,
  },
  {
    name: 'a session counts no more than it lasts',
    file: 'src/domain/class/plan.ts',
    find: 'hours * rules.lessonMinutes <= lasts',
    instead: 'true',
    tests: lesson,
  },
  {
    name: 'people out of reach are not enrolled',
    file: 'src/domain/class/enrol.ts',
    find: "return (people.get(account) ?? []).some(({ path }) => mayTrain(actor, 'class.enrol.person', path) === 'yes')",
    instead: 'return (people.get(account) ?? []).length > 0',
    tests: lesson,
  },
  {
    name: 'nobody has two seats',
    file: 'src/domain/class/enrol.ts',
    find: 'wanted.filter((account) => !there.has(account)).map',
    instead: 'wanted.map',
    tests: lesson,
  },
  {
    name: 'a class has no more people than seats',
    file: 'src/domain/class/enrol.ts',
    find: 'if (learners.length > free)',
    instead: 'if (false)',
    tests: lesson,
  },
  {
    name: 'who is not enrolled was not there',
    file: 'src/domain/class/attend.ts',
    find: "if (!isEnrolled(state, account)) return { column: 'who', why: 'not-enrolled' }",
    instead: '',
    tests: lesson,
  },
  {
    name: 'twelve of sixteen hours complete nothing',
    file: 'src/domain/class/attend.ts',
    find: 'hoursOf(state, account) >= state.courseHours',
    instead: 'hoursOf(state, account) > 0',
    tests: lesson,
  },
  {
    name: 'who did not pass completed nothing',
    file: 'src/domain/class/attend.ts',
    find: '.filter((each) => !state.exam || state.examined.get(each))',
    instead: '',
    tests: lesson,
  },
]
