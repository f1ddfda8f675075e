/** `/line`: what the union has set itself to do, and what came of it. */
export const zhLine = {
  heading: '工会说要做的，做得怎样',
  lead: '这里一条一条写着工会自己定下要做的事。后面的数由办事过程自动得出，没有一个是填报的；办没办好，只听职工说。',
  none: '现在没有正在进行的主线。',
  days: (from: string, to: string | null) => (to === null ? `${from} 起` : `${from} 至 ${to}`),
  issued: (number: string, on: string) => `第${number}号 · ${on}印发`,
  month: (year: number, month: number) => `${year}年${month}月`,
  counted: (by: string, from: string, to: string) => `${by}和下级工会，${from} 至 ${to}`,
  plain: '这一条靠大家去做，不计数。',
  failed: '我们没有办好的',
  failedLead: '没办好的也算在这里，一件不少。',
  hidden: (fewest: number) => `不足${fewest}例或可反推，不显示`,
  hiddenWhy: (fewest: number) =>
    `为了不让人认出是谁，不足${fewest}例的数和能推算出它的数都不显示。点一个数，看它是怎么算的。`,
}
