import { expect, test } from 'vitest'
import { type Block, wordsOfBlock } from '../../domain/article/block.ts'
import { importHtml } from './import-html.ts'

// Pages as they are met: each tells which of its characters a reader saw, and in which order.
const saw = (html: string) => importHtml(html).map(wordsOfBlock)
const kinds = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind)

test('a first character set apart is the first character', () => {
  const apart = [
    '<p><span class="dropcap" style="float:left;font-size:300%">2</span>012年1月7日，意见印发。</p>',
    '<p><font size="7"><b>2</b></font>012年1月7日，意见印发。</p>',
    '<p><img src="2.gif" alt="2">012年1月7日，意见印发。</p>',
    '<p><big>2</big><!-- 首字下沉 -->012年1月7日，意见印发。</p>',
    '\ufeff<p>2012年1月7日，意见印发。</p>',
    '2012年1月7日，意见印发。',
  ]
  for (const html of apart) expect(saw(html).join('').replace('\ufeff', ''), html).toBe('2012年1月7日，意见印发。')
})

test('tables in tables, without their ends', () => {
  const html = `<table width=100%><tr><td><table border=1><tr><th>单位<td>件数<tr><td>江湾<td>12<tr><td colspan=2>合计&nbsp;12</table>
    <td valign=top>旁边的话<p>又一段</table>后面`
  expect(saw(html)).toEqual(['单位', '件数', '江湾', '12', '合计\u00a012', '旁边的话', '又一段', '后面'])
})

test('entities, with and without their semicolons', () => {
  const html =
    '<p>&ldquo;三&middot;八&rdquo;&mdash;&hellip; A&amp;B &lt;b&gt; &nbsp;&emsp;2012&#24180; &#x1f477; &copy 5 &quot;好&apos; &#150; &AMP</p>'
  expect(saw(html)).toEqual(['“三·八”—… A&B <b> \u00a0\u20032012年 👷 © 5 "好\' – &'])
})

test('blanks that are characters stay, blanks that are none go', () => {
  expect(saw('<p>\n\t　　2012年\u00a0\n 的\u00adsoft\u200b\u2060 </p>')).toEqual([
    '　　2012年\u00a0 的\u00adsoft\u200b\u2060',
  ])
})

test('readings over characters are read', () => {
  expect(
    saw('<p><ruby>扎<rp>（</rp><rt>zhā</rt><rp>）</rp>根<rp>（</rp><rt>gēn</rt><rp>）</rp></ruby>群众</p>'),
  ).toEqual(['扎（zhā）根（gēn）群众'])
})

test('lists within lists, definitions, quotations', () => {
  const blocks = importHtml(
    '<ol><li>甲<ul><li>甲一<li>甲二</ul><li>乙</ol><dl><dt>面对面<dd>前提</dl><blockquote><p>一<p>二</blockquote><h3>题</h3>文',
  )
  expect(blocks.map(wordsOfBlock)).toEqual(['甲', '甲一', '甲二', '乙', '面对面', '前提', '一', '二', '题', '文'])
  expect(kinds(blocks)).toEqual([...Array(6).fill('item'), 'quote', 'quote', 'heading', 'paragraph'])
})

test('what is no text falls away whole, and nothing beside it', () => {
  const html = `<html><head><title>题</title><style>p{content:"样式"}</style><script>document.write("<p>脚本</p>")</script></head>
    <body onload="x()">前<script src=//a.example/t.js></script><iframe srcdoc="<p>框</p>"></iframe><style>.a{}</style><!-- 注 <p>注里</p> -->
    <noscript><img src="//a.example/pixel.gif"></noscript><svg><text>图里</text><script>alert(1)</script></svg><template><p>模板</p></template>
    <object data="x.swf">没有插件</object><![CDATA[数据]]>后</body></html>`
  expect(saw(html)).toEqual(['前 后'])
  expect(JSON.stringify(importHtml(html))).not.toMatch(/script|example|alert/)
})

test('characters that few machines hold', () => {
  expect(saw('<p>㛃、𬱖、𠮷、䶮、㐂、〇、ｱ、é(e\u0301)、👷‍♀️、ئۇيغۇر、ᠮᠣᠩᠭᠣᠯ、བོད</p>')).toEqual([
    '㛃、𬱖、𠮷、䶮、㐂、〇、ｱ、é(e\u0301)、👷‍♀️、ئۇيغۇر、ᠮᠣᠩᠭᠣᠯ、བོད',
  ])
})

test('lines of a verse, and signs no text may hold', () => {
  expect(saw('<pre>\n面对面\n心贴心\n  实打实</pre><p>一<br>二<br/>三</p><textarea>甲\n乙</textarea>')).toEqual([
    '面对面\n心贴心\n实打实',
    '一\n二\n三',
    '甲\n乙',
  ])
  expect(saw('<p>一\u0001二\u000b三\u007f四&#1;&#0;</p>')[0]).toMatch(/^一二三四\ufffd?$/)
})

test('tags that cross, tags nobody knows, ends that are missing', () => {
  expect(
    saw('<p><b>粗<i>斜</b>体</i>尾<o:p>办公</o:p><st1:place>地名</st1:place><p>下一段<div>里</p>外<foo>甲</bar>'),
  ).toEqual(['粗斜体尾办公地名', '下一段', '里', '外甲'])
})
