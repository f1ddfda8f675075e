/** The page on which the holder of a slip says one word about a deed. */
export const zhDeedWord = {
  title: '这件实事有没有用？',
  lead: '凭评价条上的编号和提取码，说一句就好。不问您是谁。',
  number: '编号（SS 开头）',
  code: '提取码',
  asked: '对您有没有用？',
  yes: '有用',
  partly: '有一点用',
  no: '没有用',
  send: '说这一句',
  seen: '办这件实事的工会能看到每种回答有多少，惠及的人少时可能猜到是您。不说也可以：不说就记作不知道。',
  choose: '请选一个回答。',
  wrong: '编号和提取码对不上，请照着评价条再填一次。',
  enterprise: '用人单位的评价条只能回答“有用”或“没有用”。',
  wait: '试的次数太多，请过一会儿再试。',
  thanks: '记下了',
  same: '您上次说的就是这个，已经记着。',
  told: (union: string, deed: string, word: string) =>
    `${union}的“${deed}”：${word}。以后想改，用同一张评价条再说一次。`,
} as const
