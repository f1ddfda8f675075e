/** What a rule about meetings can refuse; part of `refusals`. */
export const meetingRefusals = {
  'meeting.below-unknown': {
    doc: 'No such union below the one that calls. Parameter: unit.',
    field: 'below',
    retry: 'after-change',
  },
  'meeting.campaign-unknown': {
    doc: 'No such campaign of the own union or of one above it.',
    field: 'campaign',
    retry: 'after-change',
  },
  'meeting.directive-unknown': {
    doc: 'No such directive of the union that called.',
    field: 'directive',
    retry: 'after-change',
  },
  'meeting.order': { doc: 'A meeting begins before it ends.', field: 'endAt', retry: 'after-change' },
  'meeting.past': { doc: 'A meeting is called before it is over.', field: 'endAt', retry: 'after-change' },
  'meeting.cancelled': { doc: 'The meeting was cancelled.', retry: 'never' },
  'meeting.begun': { doc: 'The meeting has begun: it is neither moved nor cancelled any more.', retry: 'never' },
  'meeting.received-before': { doc: 'The union has given its receipt.', retry: 'never' },
  'meeting.directive-issued': {
    doc: 'What was issued stands as it was read: a decision becomes a clause of a draft.',
    retry: 'after-change',
  },
  'meeting.directive-full': { doc: 'The draft holds no more clauses. Parameter: most.', retry: 'after-change' },
  'meeting.not-invited': { doc: 'This union was not invited.', retry: 'never' },
  'meeting.not-begun': { doc: 'Who was there is said once it has begun.', retry: 'later' },
  'meeting.attended-so': { doc: 'That is what the union said before.', retry: 'never' },
  'meeting.one-of-both': {
    doc: 'A decision becomes a clause of a directive or the task of a unit, one of the two.',
    field: 'unit',
    retry: 'after-change',
  },
  'meeting.until-ahead': { doc: 'A task has a day, not gone by.', field: 'until', retry: 'after-change' },
  'meeting.no-task': { doc: 'No such task. Parameter: n.', field: 'n', retry: 'after-change' },
  'meeting.task-done-before': { doc: 'The task was done.', retry: 'never' },
} as const
