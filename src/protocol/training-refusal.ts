/** Refusals of training; they join the table in `refusal.ts`. */
export const trainingRefusals = {
  'plan.unknown': {
    doc: 'No such plan of the unit or one above. Parameter: plan.',
    field: 'plan',
    retry: 'after-change',
  },
  'plan.order': { doc: 'The plan ends before it begins.', field: 'toOn', retry: 'after-change' },
  'plan.group-twice': { doc: 'Two groups are for the same people.', field: 'groups', retry: 'after-change' },
  'plan.follows-later': { doc: 'A plan follows one that began before it.', field: 'follows', retry: 'after-change' },
  'plan.closed': { doc: 'The plan was ended.', retry: 'never' },
  'plan.outside': { doc: "The day lies outside the plan's period. Parameters: from, to.", retry: 'after-change' },
  'course.unknown': {
    doc: 'No such course of the unit or one above. Parameter: course.',
    field: 'course',
    retry: 'after-change',
  },
  'course.retired': { doc: 'The course is offered no more.', retry: 'never' },
  'course.tag-unknown': { doc: 'No such tag. Parameter: tag.', field: 'tags', retry: 'after-change' },
  'course.tag-scope': {
    doc: 'The competence model is for leaders of the national and provincial unions; courses of other levels do not bear its tags. Parameter: tag.',
    retry: 'after-change',
  },
  'class.sessions': {
    doc: 'A session ends before it begins, overlaps another, or counts more hours than it lasts. Parameter: session.',
    field: 'sessions',
    retry: 'after-change',
  },
  'class.over': { doc: 'The class is finished or cancelled.', retry: 'never' },
  'class.full': { doc: 'Not enough seats. Parameters: free, asked.', retry: 'after-change' },
  'class.as-it-is': { doc: 'Nothing would change.', retry: 'never' },
  'class.attended': { doc: 'Somebody has hours in it already.', retry: 'never' },
  'class.session-unknown': { doc: 'No such session. Parameter: session.', field: 'session', retry: 'after-change' },
  'class.not-yet': { doc: 'The session has not begun yet.', retry: 'later' },
  'class.hours': { doc: 'More hours than the session has. Parameter: most.', field: 'hours', retry: 'after-change' },
  'class.not-enrolled': { doc: 'Somebody named is not enrolled. Parameter: account.', retry: 'after-change' },
  'class.rows': {
    doc: 'Rows of the sheet are wrong and nothing was written. Parameters: rows, and list: `line column why; …`.',
    retry: 'after-change',
  },
  'class.no-exam': { doc: 'The course has no examination.', retry: 'never' },
  'person.unknown': { doc: 'No such person within your reach. Parameter: account.', retry: 'after-change' },
  'training.tag-scope': {
    doc: 'The competence model is for leaders of the national and the provincial unions; the person holds no post there. Parameter: tag.',
    retry: 'after-change',
  },
  'training.future': { doc: 'The day lies in the future.', field: 'on', retry: 'after-change' },
  'training.gone': { doc: 'The record was taken back before.', retry: 'never' },
  'training.needed': {
    doc: 'Who is new in this role passes a course first, before opening any case. Parameter: tag.',
    retry: 'after-change',
  },
  'rotation.as-it-is': { doc: 'That is how the person stands already.', retry: 'never' },
} as const
