import { describe, expect, it } from 'vitest'
import { enterPage } from '../../../web/door/enter.ts'
import { homePage } from '../../../web/door/home.ts'
import { awayPage, problemPage } from '../../../web/door/problem.ts'
import { raisePage } from '../../../web/door/raise.ts'
import { blankRaise } from '../../../web/door/raise-form.ts'
import { dress, followed, now, row, rules, unit } from './follow.fixture.ts'

describe('what we promise is what the page says, word for word', () => {
  const raise = (locale: 'zh' | 'en') =>
    raisePage(
      { ...dress, locale },
      {
        fields: blankRaise('n'),
        places: { chosen: null, children: [], found: null },
        employers: null,
        agencies: null,
        errors: [],
      },
    ).text
  it.each(['promise-named', 'promise-confidential', 'promise-anonymous', 'anonymous-reply', 'quick-exit'])(
    '%s',
    (code) => {
      expect(raise('zh')).toContain(rules.texts[code]!.zh)
      expect(raise('en').replaceAll('&#39;', "'")).toContain(rules.texts[code]!.en)
    },
  )
  it('of the quick exit on every page that has one', () => {
    const pages = [homePage(dress), enterPage(dress, { number: '', errors: [] }), problemPage(dress, 'missing')].map(
      String,
    )
    for (const text of [...pages, followed()]) {
      expect(text).toContain(rules.texts['quick-exit']!.zh)
      expect(text).toContain('href="/away"')
    }
  })
  it('who looked is what the records show, never *nobody*', () => {
    expect(followed()).toContain(rules.texts['nobody-opened']!.zh)
    const opened = [
      { at: '2026-06-16T01:00:00Z', unit, part: 'identity' as const, purpose: 'contact-worker', person: '李某' },
    ]
    const text = followed({}, [], { opened })
    expect(text).toContain('6月16日 09:00，柳荫街道工会')
    expect(text).not.toContain('李某')
  })
})

it('links to nothing that does not exist, and to no other machine', () => {
  const known =
    /^(\/|\/raise|\/follow|\/line|\/news|\/notices|\/help|\/about|\/status|\/accessibility|\/privacy|\/away|\/door\/[\w.]+|tel:\d+|#\w+)(\?[\w=&;]*)?$/
  const links = [homePage(dress), enterPage({ ...dress, care: true }, { number: '', errors: [] })].flatMap((page) =>
    [...page.text.matchAll(/(?:href|src|action)="([^"]*)"/g)].map((match) => match[1]!),
  )
  expect(links.length).toBeGreaterThan(15)
  expect(links.filter((link) => !known.test(link))).toEqual([])
})

describe('the follow page', () => {
  it('shows no note of a contact and nobody by name on a confidential matter', () => {
    const text = followed({}, [{ ...row(3, 'ContactLogged', { way: 'person' }, '在厂门口见的'), person: '李某' }])
    expect(text).toContain('和您见了面')
    expect(text).not.toMatch(/厂门口|李某/)
  })
  it('asks a consultation whether it is clear, and anything else whether it is solved', () => {
    expect(followed({ nature: 'consultation' })).toMatch(/value="clear">清楚了/)
    expect(followed()).toMatch(/value="solved">解决了.*value="partly">部分解决.*value="unsolved">没解决/s)
  })
  it('says who calls back as it is: another union, or the same one', () => {
    expect(followed({}, [row(8, 'DemandAnswered', { claim: 'done', sameUnit: false })])).toContain(
      '回访的不是承办的这家',
    )
    expect(followed({}, [row(8, 'DemandAnswered', { claim: 'done', sameUnit: true })])).toContain(
      '由同一家工会的另一个人来问',
    )
  })
  it('puts the two facts side by side once the worker was asked, silence as silence', () => {
    const claim = row(8, 'DemandAnswered', { claim: 'partly' }, '补了两个月')
    const text = followed({ status: 'closed', confirmed: null, outcome: 'unknown', next: null, verbs: [] }, [claim])
    expect(text).toMatch(/工会说<\/dt><dd><b>办好一部分.*您说<\/dt><dd><b>还没有说/s)
    expect(text).toContain('记作未确认')
  })
  it('escapes what either side wrote', () => {
    expect(followed({}, [row(2, 'MessagePosted', {}, '<img src=x>')])).toContain('&lt;img src=x&gt;')
  })
})

it('leaves to a page without a word of what was open', () => {
  expect(awayPage(dress, now).text).not.toMatch(/工会|扎根|诉求|回执/)
})
