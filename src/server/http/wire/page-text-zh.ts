export default {
  notFoundTitle: '没有这个页面',
  notFound: '地址可能写错了，或者这件事不在您能看到的范围里。',
  faultTitle: '出了点问题',
  fault: '是我们这边的问题，已经记下。请过一会儿再试。',
  home: '回到首页',
}
