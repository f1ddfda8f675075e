/**
 * `/privacy`: what we store and who can see it. Each sentence of `stored`, `unstored`, `seen` and `kept` is a promise or an
 * admission; docs/promises.md names the test that holds it, and another test holds that table to these sentences.
 */
export const zhPrivacy = {
  title: '隐私',
  heading: '我们存什么，谁看得到',
  lead: '这里写的每一句，都有自动检查对着数据库和运行记录查。查的办法是公开的。',
  storedHeading: '存下来的',
  stored: {
    sealed: '您写的话、留言、照片和录音都上了锁。只偷走数据库，读不到一句话、一个名字、一个号码。',
    apart: '姓名和电话另外上一把锁，和您写的话分开。',
    plain: '不上锁的有：流水号、时间、地区、您选的用人单位、人数、分类、您勾选的群体、办到哪一步、由哪家工会办。',
    theft: '所以偷走数据库的人还是看得出：哪家工会、什么时候、办过哪一类事。',
    code: '提取码不存，只存一个核对用的数，从它算不回提取码。',
  },
  unstoredHeading: '不存的',
  unstored: {
    cookie: '不用注册，也不在您的手机上放 Cookie。',
    device: '不存您的网络地址、手机型号和浏览器，选哪一种都不存。',
    abuse: '为了不让人乱试，传文件、发评论和输错提取码的时候，记一个打乱了的数，一天之内就删。',
    log: '本站的运行记录里，没有您写的话，也没有您的网络地址。',
    address: '网址里没有流水号、提取码和您写的话。',
    others: '页面上没有别家公司的东西：没有统计、广告、地图，也没有外面的字体。',
    network: '本站管不到的：您的网络运营方和网站入口可能留有上网记录，依法要留六个月以上。',
  },
  seenHeading: '谁看得到',
  seen: {
    words: '您写的话，只有研判、办理、决定和回访这件事的人打得开。',
    recorded: '每打开一次，先记下是哪家工会、什么时候，然后才打得开。您在查看页看得到这份记录。',
    confidential: '选了保密，办理的人打不开您的姓名和电话，用留言和您联系。',
    sms: '留了手机号的，短信里只说有进展，不说是什么事。短信公司看得到号码和这句话。',
    employer:
      '用人单位自己的工会，看不到也查不到投诉这家用人单位的事；只有选了实名的食宿、文体一类的事，可以转给它办。',
    cadre: '投诉工会干部的事，只有纪检看得到。',
    admin: '管系统的人用自己的账号打不开您写的话。同时拿到数据库和钥匙的人打得开，所以钥匙不和数据放在一起。',
  },
  modesHeading: '您选哪一种，就是哪一种',
  keptHeading: '存多久，怎么删',
  kept: {
    identity: '姓名和电话，您随时可以在查看页删掉。删掉以后没有人能恢复，事情照样办。',
    text: '事情办完，您可以把写的话也删掉，只留下办理经过。',
    backup: '从旧备份恢复的时候，您删过的会再删一遍，然后才开门。',
    file: '传了没提交的照片和文件，过期就删。',
    forever: '还没有到期自动删除：您不删，就一直存着。',
  },
  follow: '去查看页看记录、删信息',
}
