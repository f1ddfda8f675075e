import { zhAfter } from './zh-after.ts'
import { zhApproach } from './zh-approach.ts'
import { zhCourse } from './zh-course.ts'
import { zhFiles } from './zh-files.ts'
import { zhFollow } from './zh-follow.ts'
import { zhKeys } from './zh-keys.ts'
import { zhLine } from './zh-line.ts'
import { zhNews } from './zh-news.ts'
import { zhRaise } from './zh-raise.ts'
import { zhReplies } from './zh-replies.ts'
import { zhStory } from './zh-story.ts'

/**
 * Everything the worker's door says, in Chinese. `en.ts` holds the same keys. Second person, plain, short; the employer is
 * 用人单位, the union is 工会. The promises (modes, exit, who looked) are those of the design's §4 to the letter.
 */
export const zh = {
  ...zhRaise,
  ...zhKeys,
  follow: zhFollow,
  course: zhCourse,
  after: zhAfter,
  approach: zhApproach,
  news: zhNews,
  story: zhStory,
  line: zhLine,
  files: zhFiles,
  ...zhReplies,
  lang: 'zh-CN',
  brand: '扎根',
  titles: {
    home: '首页',
    raise: '填写',
    receipt: '回执',
    enter: '查看',
    follow: '查看',
    away: '月历',
    line: '主线',
    problem: '提示',
  },
  bar: {
    skip: '跳到正文',
    label: '本站工具',
    care: '关怀版',
    plain: '标准版',
    language: 'English',
    languageCode: 'en',
    exit: '快速离开',
  },
  foot: {
    exit: '快速离开',
  },
  home: {
    heading: '工作上遇到难处，跟工会说',
    lead: '不用注册。写下来，马上拿到回执；谁来办、什么时候答复，都写明。',
    raise: '说出您的事',
    raiseHint: '打字说就行，可以不留姓名',
    follow: '查看进展',
    followHint: '凭流水号和提取码',
    line: '工会说要做的，做得怎样',
    urgent: '急事，先打电话',
    sealsHeading: '每件事都有三枚印',
    sealsLead: '办到哪一步，看三枚印就知道。最后一枚，只有您说“解决了”才会盖满。',
    met: { name: '面', word: '见到人', what: '工会的人和您见了面、通了话，或者在这里来回留了言。' },
    understood: { name: '心', word: '听明白', what: '工会把听懂的意思写给您看，您说“是这样”。' },
    delivered: { name: '实', word: '办成了', what: '工会办了实事，而且您说“解决了”。' },
  },
  problem: {
    missing: '没有这个页面',
    missingWhat: '可能地址写错了，也可能页面搬走了。',
    origin: '这次提交不是从本站的页面发出的，没有收下。',
    originWhat: '请从这里重新打开页面，再试一次。',
    large: '内容太多了，没有收下。',
    largeWhat: '请返回上一页，写短一些再提交。',
    broken: '我们这边出了问题',
    brokenWhat: '您刚才的提交可能没有收下。请过一会儿再试；急事请打工会热线 12351。',
    malformed: '这次提交的内容不完整，没有收下。',
    malformedWhat: '请返回上一页再试一次。',
    home: '回首页',
  },
  time: {
    weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
    date: (month: number, day: number) => `${month}月${day}日`,
    dateYear: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
    month: (year: number, month: number) => `${year}年${month}月`,
    at: (date: string, clock: string) => `${date} ${clock}`,
    due: (day: string, near: string, clock: string) => `${day}（${near}）${clock}`,
    today: '今天',
    tomorrow: '明天',
    days: (n: number) => `${n} 天`,
    hours: (n: number) => `${n} 小时`,
    minutes: (n: number) => `${n} 分钟`,
    seconds: (n: number) => `${n} 秒`,
  },
  punctuation: { comma: '，', dot: ' · ', colon: '：' },
}
