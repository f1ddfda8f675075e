/** Public notices of aid 公示. */
export const zhNotices = {
  title: '救助公示',
  lead: '发放困难救助之前，先公示五个工作日以上。只写姓氏和哪一级工会，别的都不写；公示期一过，这里就没有了。',
  empty: '现在没有公示。新的公示从提出当天起列在这里，到期自动撤下。',
  level: {
    nation: '全国总工会',
    province: '省级工会',
    city: '市级工会',
    county: '县（区）级工会',
    township: '乡镇（街道）工会',
    grassroots: '基层工会',
    group: '工会小组',
  },
  surnames: (list: readonly string[]) => list.map((each) => `${each}某`).join('、'),
  until: '公示到',
  more: '更晚到期的',
  objection: '有不同意见，请打 12351，或到办事的工会当面说。反映的人保密。',
  link: '救助公示',
}
