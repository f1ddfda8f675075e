import type { zhNotices } from './zh-notices.ts'

/** Public notices of aid. */
export const enNotices: typeof zhNotices = {
  title: 'Notices of aid',
  lead: 'Before hardship aid is paid it is announced here for at least five working days. Only the surname and the level of the union are shown; when the time is over the notice is gone.',
  empty: 'There is no notice now. A new one stands here from the day it is proposed and goes by itself.',
  level: {
    nation: 'National union',
    province: 'Provincial union',
    city: 'City union',
    county: 'County union',
    township: 'Township or street union',
    grassroots: 'Union at the place of work',
    group: 'Union group',
  },
  surnames: (list: readonly string[]) => list.join(', '),
  until: 'Until',
  more: 'Those that end later',
  objection: 'If you disagree, call 12351 or speak to the union in person. Whoever speaks up stays confidential.',
  link: 'Notices of aid',
}
