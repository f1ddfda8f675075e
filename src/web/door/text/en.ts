import { enAfter } from './en-after.ts'
import { enApproach } from './en-approach.ts'
import { enCourse } from './en-course.ts'
import { enFiles } from './en-files.ts'
import { enFollow } from './en-follow.ts'
import { enKeys } from './en-keys.ts'
import { enLine } from './en-line.ts'
import { enNews } from './en-news.ts'
import { enRaise } from './en-raise.ts'
import { enReplies } from './en-replies.ts'
import { enStory } from './en-story.ts'
import type { zh } from './zh.ts'

/** The same catalogue in English. */
export const en: typeof zh = {
  ...enRaise,
  ...enKeys,
  follow: enFollow,
  course: enCourse,
  after: enAfter,
  approach: enApproach,
  news: enNews,
  story: enStory,
  line: enLine,
  files: enFiles,
  ...enReplies,
  lang: 'en',
  brand: 'Zhagen',
  titles: {
    home: 'Home',
    raise: 'Form',
    receipt: 'Receipt',
    enter: 'View',
    follow: 'View',
    away: 'Calendar',
    line: 'Main line',
    problem: 'Notice',
  },
  bar: {
    skip: 'Skip to content',
    label: 'Tools of this site',
    care: 'Larger',
    plain: 'Standard',
    language: '中文',
    languageCode: 'zh-CN',
    exit: 'Leave quickly',
  },
  foot: {
    exit: 'Leave quickly',
  },
  home: {
    heading: 'Trouble at work? Tell the union',
    lead: 'No registration. Write it down and get a receipt at once. It says who will act and by when.',
    raise: 'Say what happened',
    raiseHint: 'In your own words. You need not give your name',
    follow: 'See how it is going',
    followHint: 'With your number and code',
    line: 'What the union set out to do, and what came of it',
    urgent: 'Urgent? Call first',
    sealsHeading: 'Every matter carries three seals',
    sealsLead: 'They show how far it has come. The last one is filled only when you say “solved”.',
    met: {
      name: '面',
      word: 'Met',
      what: 'Somebody of the union met you, called you, or exchanged messages with you here.',
    },
    understood: {
      name: '心',
      word: 'Understood',
      what: 'The union wrote what it understood, and you said “that is it”.',
    },
    delivered: { name: '实', word: 'Delivered', what: 'The union did something real, and you said “solved”.' },
  },
  problem: {
    missing: 'There is no such page',
    missingWhat: 'The address may be mistyped, or the page has moved.',
    origin: 'This was not sent from a page of this site, so it was not taken.',
    originWhat: 'Please open the page from here and try again.',
    large: 'That was too much, so it was not taken.',
    largeWhat: 'Please go back, shorten it and submit again.',
    broken: 'Something went wrong on our side',
    brokenWhat:
      'What you just submitted may not have been taken. Please try again in a while; if it is urgent call the union’s hotline 12351.',
    malformed: 'What was submitted was not complete, so it was not taken.',
    malformedWhat: 'Please go back and try again.',
    home: 'To the first page',
  },
  time: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    date: (month: number, day: number) => `${day} ${months[month - 1]}`,
    dateYear: (year: number, month: number, day: number) => `${day} ${months[month - 1]} ${year}`,
    month: (year: number, month: number) => `${months[month - 1]} ${year}`,
    at: (date: string, clock: string) => `${date}, ${clock}`,
    due: (day: string, near: string, clock: string) => `${day} (${near})${clock === '' ? '' : `, ${clock}`}`,
    today: 'today',
    tomorrow: 'tomorrow',
    days: (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`,
    hours: (n: number) => `${n} ${n === 1 ? 'hour' : 'hours'}`,
    minutes: (n: number) => `${n} ${n === 1 ? 'minute' : 'minutes'}`,
    seconds: (n: number) => `${n} ${n === 1 ? 'second' : 'seconds'}`,
  },
  punctuation: { comma: ', ', dot: ' · ', colon: ': ' },
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
