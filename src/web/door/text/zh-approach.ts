/** Being asked before the union goes to the employer. */
export const zhApproach = {
  ask: '工会想去找您的用人单位，您同意吗？',
  yes: '同意',
  no: '不同意',
  free: '不同意也照样办，工会就不去找用人单位。以后想改，在这里随时可以改。',
  more: '想换个时间、地点或者说法',
  text: '您的意思',
  textHint: '比如：等我下班以后；不要提班组；先不要写信。',
  said: { yes: '您同意工会去找用人单位', no: '您不同意工会去找用人单位' },
  noted: {
    yes: '工会记下：您口头同意去找用人单位',
    no: '工会记下：您口头说不要去找用人单位',
  },
  change: '看一看，改主意',
}
