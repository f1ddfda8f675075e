/** Why something of training was not accepted, and what to do instead. */
export const enTrainingRefusals = {
  'refusal.plan.unknown': 'There is no such training plan. Choose again.',
  'refusal.plan.order': 'It ends before it begins. Change one of the days.',
  'refusal.plan.group-twice': 'The same people stand there twice. Keep one line.',
  'refusal.plan.follows-later': 'It can only follow a plan that began earlier.',
  'refusal.plan.closed': 'This plan was ended and changes no more.',
  'refusal.plan.outside': 'The day lies outside the plan ({from} to {to}). Change the day, or choose no plan.',
  'refusal.course.unknown': 'There is no such course. Choose again.',
  'refusal.course.retired': 'This course is offered no more.',
  'refusal.course.tag-unknown': 'There is no tag “{tag}”. Choose again.',
  'refusal.training.tag-scope':
    'The competence model is for leaders of the national and the provincial unions, and this person holds no post there: choose subjects instead.',
  'refusal.course.tag-scope':
    'The three kinds of expert and the five abilities are for leaders of the national and provincial unions. Choose among the useful subjects.',
  'refusal.class.sessions':
    'Session {session} cannot be so: it ends after it begins, overlaps no other, and counts no more hours than it lasts (45 minutes each).',
  'refusal.class.over': 'This class is finished or cancelled.',
  'refusal.class.full': 'Not enough seats: {free} left, {asked} wanted. Add seats first.',
  'refusal.class.as-it-is': 'Nothing would change.',
  'refusal.class.attended': 'Somebody has hours in it already.',
  'refusal.class.session-unknown': 'There is no session {session}. Choose again.',
  'refusal.class.not-yet': 'It has not begun yet. Come back when it has.',
  'refusal.class.hours': 'This session has {most} hours at most.',
  'refusal.class.not-enrolled': 'Somebody is not enrolled. Enrol them first.',
  'refusal.class.rows': '{rows} rows are wrong and nothing was written. They are named below.',
  'refusal.class.no-exam': 'This course has no examination.',
  'refusal.person.unknown': 'Somebody is not among those you may enrol. Choose again.',
  'refusal.training.future': 'The day has not come yet. Change it.',
  'refusal.training.gone': 'This record was taken back before.',
  'refusal.training.needed':
    'Who is new as a handler passes “Privacy and confidentiality” first. Ask the trainer of your union for a seat.',
  'refusal.rotation.as-it-is': 'That is how the person stands already.',
} as const
