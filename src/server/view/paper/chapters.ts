import type { Measure } from '../../../domain/measure/measure.ts'

/** A chapter of a paper: sentences in which `{measure}` stands for what was counted. */
export type Chapter = { readonly heading: string; readonly sentences: readonly string[] }

/** Of a brief and of a summary. What the union says and what the workers say are two sentences, never one number. */
export const chapters: readonly Chapter[] = [
  { heading: '听到了什么', sentences: ['听到职工诉求{heard}，其中走访时听到的{found-by-us}。'] },
  {
    heading: '见面和听明白',
    sentences: [
      '见过面的{met}，通话或留言谈过的{met-apart}。工会写下听明白的话以后，职工说“是这样”的{understood}。',
      '按时联系上的{contacted-in-time}，联系晚了的{contacted-late}。',
    ],
  },
  {
    heading: '办得怎样',
    sentences: [
      '工会说办好了的{claimed}；职工自己说解决了的{solved}，另有代办或电话里说解决了的{solved-assisted}，单独计。',
      '职工说解决了一部分的{partly}，说没有解决的{unsolved}；没有回音的{unknown}，不算满意；重办过的{reopened}。',
    ],
  },
  {
    heading: '走访',
    sentences: ['走访{visits}，见到{visits-met}，其中释疑解惑的走访{explanations}。设联系点{contact-points-kept}。'],
  },
  {
    heading: '实事',
    sentences: [
      '办成实事{deeds-done}，惠及职工{deeds-reached}；为用人单位办实事{deeds-for-enterprises}。',
      '受益人说有用的{deed-useful}，有一点用的{deed-partly}，没有用的{deed-no}，还没有说的{deed-unsaid}；用人单位说有用的{enterprise-useful}，没有用的{enterprise-no}。',
    ],
  },
  { heading: '轮训', sentences: ['培训结业的干部{training-attended}。'] },
  {
    heading: '意见落实',
    sentences: ['各份意见合计，送到工会{brief-delivered}，签收的{brief-received}，有自己安排的{brief-planned}。'],
  },
  {
    heading: '共性问题和政策建议',
    sentences: [
      '立共性问题{issues-opened}，关闭{issues-closed}；提出政策建议{suggestions-raised}，有了答复的{suggestions-answered}；创新载体被别家采用{practices-adopted}。',
    ],
  },
]

/** What a summary sets beside the union's own year before. */
export const besideOwnPast: readonly Measure[] = [
  ...['heard', 'met', 'understood', 'claimed', 'solved', 'unsolved', 'unknown', 'reopened'],
  ...['visits', 'deeds-done', 'training-attended'],
] as readonly Measure[]

/** Measures that a sentence names. */
export function measuresIn(sentence: string): readonly Measure[] {
  return [...sentence.matchAll(/\{([a-z-]+)\}/g)].map(([, measure]) => measure as Measure)
}
