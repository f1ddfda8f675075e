import { describe, expect, it } from 'vitest'
import { flag, html, join, lines } from './html.ts'

describe('html', () => {
  it('escapes everything a person typed, in text and in attributes', () => {
    const typed = `<script>alert("1")</script> & 'x'`
    expect(html`<p title="${typed}">${typed}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
    )
  })
  it('keeps Html, joins lists, writes nothing for nothing', () => {
    const items = ['a', '<b>'].map((each) => html`<li>${each}</li>`)
    expect(html`<ul>${items}${null}${undefined}${false}${0}</ul>`.text).toBe('<ul><li>a</li><li>&lt;b&gt;</li>0</ul>')
    expect(join([html`<i>`, '<']).text).toBe('<i>&lt;')
  })
  it('keeps line breaks and no other markup', () => {
    expect(lines('一\r\n<b>二\n').text).toBe('一<br>&lt;b&gt;二')
  })
  it('writes a flag or nothing', () => {
    expect(html`<input${flag('checked', true)}><input${flag('checked', false)}>`.text).toBe('<input checked><input>')
  })
})
