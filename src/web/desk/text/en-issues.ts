/** Common issues, policy suggestions, practices. */
export const enIssues = {
  'refusal.issue.one-place': 'Choose one place only: an employer or a region.',
  'refusal.issue.topic-alone':
    'One section alone sees matters of this kind: nothing is counted of them here, and no common issue is made.',
  'refusal.issue.already-open': 'Your union has a common issue open for this kind of matter there. Look in the list.',
  'refusal.issue.as-it-is': 'It is so already.',
  'refusal.issue.past-day': 'That day is over. Choose today or later.',
  'refusal.issue.no-task': 'There is no such task, or it is done.',
  'refusal.issue.closed': 'This common issue is closed. Open it again first.',
  'refusal.issue.not-closed': 'This common issue is open.',
  'refusal.issue.unknown': 'No such common issue, or not within what this union may see.',
  'refusal.suggestion.nobody-above': 'Nobody at any level above could give an opinion now. Ask for a post there first.',
  'refusal.suggestion.ended': 'This suggestion has been answered.',
  'refusal.practice.where': 'Name this union itself or unions below it, each once, and not too many.',
  'refusal.practice.ended': 'This practice is over.',
  'refusal.practice.adopted': 'This union does it already.',
  'refusal.text.names-someone': 'Every union reads this text. It holds a number that points to somebody: take it out.',
  'refusal.title.names-someone': 'A title is about the matter. It holds a number that points to somebody: take it out.',
}
