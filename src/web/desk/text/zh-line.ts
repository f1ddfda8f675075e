/** The main line: campaigns, directives, briefs; and what can be refused there. */
export const zhLine = {
  'refusal.line.days': '结束的日子在开始以前，请改一改。',
  'refusal.line.stages': '有一个阶段不在主线的起止日子里，或者结束早于开始，请改一改。',
  'refusal.line.day-ahead': '这个日子还没有到。请填已经发生的日子。',
  'refusal.line.unchanged': '和原来一样，没有要改的。',
  'refusal.campaign.unknown': '本工会和上级工会没有这条主线。请重新选一条。',
  'refusal.directive.unknown': '没有这份意见，或者它不是本工会已经印发的意见。请重新选一份。',
  'refusal.directive.number-taken': '{number}号已经给了另一份意见，请换一个号。',
  'refusal.directive.issued': '已经印发，正文不能再改。要改，请另发一份，再用它替代这一份。',
  'refusal.directive.not-issued': '这份意见现在不在执行：还是草稿，或者已被替代、撤回。',
  'refusal.demand.unknown': '找不到这件诉求，或者不在您能看到的范围里。',
  'refusal.form.needs-approval':
    '不能向下加表。要加，先请省级以上总工会批准，并写明依据哪条法律；多数数字系统里已经有了。',
  'refusal.form.approved-before': '这张表已经批准过了。',
  'refusal.brief.delivered-before': '这家工会已经收到这份意见。',
  'refusal.brief.received-before': '已经签收过了。',
  'refusal.brief.not-received': '请先签收，再写安排。',
  'refusal.clause.unknown': '意见里没有第{clause}条，请改成有的一条。',
} as const
