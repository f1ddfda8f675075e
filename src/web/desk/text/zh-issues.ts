/** Common issues, policy suggestions, practices. */
export const zhIssues = {
  'refusal.issue.one-place': '请只选一个地方：一家用人单位，或者一个地区。',
  'refusal.issue.topic-alone': '这类事只有一个部室能看，这里不作统计，也不立共性问题。',
  'refusal.issue.already-open': '这个地方的这类事，您的工会已经立了一个共性问题。请到列表里找。',
  'refusal.issue.as-it-is': '已经是这样了。',
  'refusal.issue.past-day': '这一天已经过去了，请选今天以后的日子。',
  'refusal.issue.no-task': '没有这项任务，或者它已经做完了。',
  'refusal.issue.closed': '这个共性问题已经关闭。要再办，请先重新打开。',
  'refusal.issue.not-closed': '这个共性问题还开着。',
  'refusal.issue.unknown': '找不到这个共性问题，或者不在这家工会能看到的范围里。',
  'refusal.suggestion.nobody-above': '上面各级现在都没有能提意见的岗位。请先请上级设岗。',
  'refusal.suggestion.ended': '这条建议已经有了答复。',
  'refusal.practice.where': '请写这家工会自己或下面的工会，每家一次，也不要太多。',
  'refusal.practice.ended': '这项做法已经结束。',
  'refusal.practice.adopted': '这家工会已经在做。',
  'refusal.text.names-someone': '每家工会都看得到这段话。里面有号码，会指到某个人，请去掉。',
  'refusal.title.names-someone': '标题只写事情。里面有号码，会指到某个人，请去掉。',
} as const
