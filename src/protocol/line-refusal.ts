/** Refusals of the main line; spread into `refusals`. */
export const lineRefusals = {
  'line.days': { doc: 'The last day lies before the first.', retry: 'after-change' },
  'line.stages': { doc: 'A stage lies outside the campaign, or ends before it begins.', retry: 'after-change' },
  'line.day-ahead': { doc: 'The day has not come yet.', retry: 'after-change' },
  'line.unchanged': { doc: 'It says so already.', retry: 'after-change' },
  'campaign.unknown': {
    doc: 'There is no such campaign at this unit or above.',
    field: 'campaign',
    retry: 'after-change',
  },
  'directive.unknown': {
    doc: 'There is no such directive, or it is not an issued one of the same unit.',
    retry: 'after-change',
  },
  'directive.number-taken': {
    doc: 'The unit has given this number to another directive. Parameter: number.',
    retry: 'after-change',
  },
  'directive.issued': { doc: 'It was issued; its words do not change any more.', retry: 'never' },
  'directive.not-issued': { doc: 'It is not in force: a draft, superseded or withdrawn.', retry: 'after-change' },
  'demand.unknown': { doc: 'There is no such demand within reach.', field: 'demand', retry: 'after-change' },
  'form.needs-approval': {
    doc: 'A new form goes down only after a union of province level or above has named the law behind it.',
    retry: 'later',
  },
  'form.asked-before': { doc: 'This form was asked for, and the answer is still waited for.', retry: 'later' },
  'form.not-asked': { doc: 'No answer to such a form is waited for.', retry: 'after-change' },
  'form.nobody-to-ask': {
    doc: 'No union of province level or above has a post that could answer.',
    retry: 'later',
  },
  'form.approved-before': { doc: 'This form was approved before.', retry: 'never' },
  'form.attached-before': { doc: 'This form went down before.', retry: 'never' },
  'brief.delivered-before': { doc: 'The unit has it already.', retry: 'never' },
  'brief.received-before': { doc: 'The receipt was given before.', retry: 'never' },
  'brief.not-received': { doc: 'Give the receipt first.', retry: 'after-change' },
  'clause.cut-misfit': {
    doc: 'What the clause asks for is not counted by that. Parameters: clause (from 1), field, cut.',
    field: 'clauses',
    retry: 'after-change',
  },
  'clause.cut-unknown': {
    doc: 'There is no such topic, group of workers, kind of deed or training plan of this line. Parameters: clause (from 1), field, cut.',
    field: 'clauses',
    retry: 'after-change',
  },
  'clause.unknown': {
    doc: 'The directive has no clause of this number. Parameter: clause.',
    retry: 'after-change',
  },
} as const
