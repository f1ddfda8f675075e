/**
 * The papers themselves. In Chinese whatever the page's language: the offices that take them work in it. What must stand in
 * them: 劳动争议调解仲裁法 Art 28; a complaint names the same of both sides.
 */
export const paperWords = {
  complaint: {
    title: '劳动保障监察投诉书',
    me: '投诉人',
    other: '被投诉用人单位',
    ask: '投诉请求',
    to: '此致',
    copies: '附：证据　　页；身份证复印件一份',
  },
  arbitration: {
    title: '劳动人事争议仲裁申请书',
    me: '申请人',
    other: '被申请人',
    ask: '仲裁请求',
    to: '此致',
    copies: '附：本申请书副本　　份；证据　　页；身份证复印件一份',
  },
  name: '姓名',
  sex: '性别',
  age: '年龄',
  job: '职业',
  identity: '身份证号',
  address: '住址',
  phone: '电话',
  employer: '名称',
  seat: '住所',
  boss: '法定代表人或者主要负责人及职务',
  facts: '事实和理由',
  proof: '证据和证据来源、证人姓名和住所',
  sign: '签名',
  date: '年　　月　　日',
}
