/** The main line: campaigns, directives, briefs; and what can be refused there. */
export const enLine = {
  'refusal.line.days': 'The last day lies before the first. Please change one.',
  'refusal.line.stages': 'A stage lies outside the campaign, or ends before it begins. Please change it.',
  'refusal.line.day-ahead': 'That day has not come yet. Give a day that is past.',
  'refusal.line.unchanged': 'It says so already; there is nothing to change.',
  'refusal.campaign.unknown': 'There is no such campaign at your union or above. Choose another.',
  'refusal.directive.unknown': 'There is no such directive, or it is not one your union has issued. Choose another.',
  'refusal.directive.number-taken': 'Number {number} belongs to another directive. Take another number.',
  'refusal.directive.issued':
    'It was issued, so its words stand. To change them, issue another and let it take the place of this one.',
  'refusal.directive.not-issued': 'This directive is not in force: a draft, superseded or withdrawn.',
  'refusal.demand.unknown': 'There is no such demand within your reach.',
  'refusal.form.needs-approval':
    'No new form goes down like this. A union of province level or above must approve it first and name the law; most figures are here already.',
  'refusal.form.approved-before': 'This form was approved before.',
  'refusal.brief.delivered-before': 'The union has this directive already.',
  'refusal.brief.received-before': 'The receipt was given before.',
  'refusal.brief.not-received': 'Give the receipt first, then write the plan.',
  'refusal.clause.unknown': 'The directive has no clause {clause}. Choose one that is there.',
} as const
