import { describe, expect, it } from 'vitest'
import type { Dress } from './dress.ts'
import { blankRaise, checkRaise, personsOf, posted, raisedText, readRaise } from './raise-form.ts'

const dress: Dress = {
  locale: 'zh',
  care: false,
  assets: { css: '', js: '', icon: '', scripts: {} },
  rules: {
    ...{
      texts: {},
      consents: [],
      phoneLines: [],
      taxonomy: { groups: [] },
      legalClocks: [],
      triageOutcomes: [],
      letters: [],
    },
    ...{
      departments: [],
      files: {
        mostBytes: 1,
        mostFiles: 1,
        keepHours: 1,
        freePerPlace: 1,
        mostWaitingBytes: 1,
        mostPixels: 1,
        viewEdge: 1,
        viewQuality: 1,
        types: [],
      },
      workerGroups: { groups: [], why: { zh: '', en: '' } },
      raise: { draftHours: 72, topicWords: [] },
      reasons: { pause: [], redirect: [], objection: [], extend: [], exclude: [], purpose: [], erase: [], lower: [] },
    },
    limits: { reopen: { within: { calendarDays: 30 }, times: 2, share: 0.5, atLeast: { workingDays: 1 } } },
  },
}
const wrong = (form: Record<string, string>) => checkRaise(dress, readRaise(form)).map((error) => error.id)
const fine = { text: '加班费没有发', mode: 'confidential' }

describe('what is typed on /raise', () => {
  it('needs a sentence and a mode, nothing else', () => {
    expect(wrong(fine)).toEqual([])
    expect(wrong({})).toEqual(['text', 'mode'])
    expect(wrong({ ...fine, text: ' \r\n ' })).toEqual(['text'])
    expect(blankRaise('n').mode).toBe('confidential')
  })
  it('names every field that is wrong', () => {
    const form = {
      text: '字'.repeat(8001),
      mode: 'named',
      name: '名'.repeat(201),
      phone: '微信',
      reach: 'a\u0007',
      who: 'us',
    }
    expect(wrong(form)).toEqual(['text', 'name', 'phone', 'reach', 'persons'])
  })
  it('takes full-width digits of a Chinese keyboard', () => {
    const fields = readRaise({ ...fine, phone: '１３８　００００　００００', who: 'us', persons: '１２' })
    expect(fields.phone).toBe('138 0000 0000')
    expect(personsOf(fields)).toBe(12)
  })
  it.each(['0', '-1', '1.5', '100001', '十', '1e3'])('%s is no number of people', (persons) => {
    expect(wrong({ ...fine, who: 'us', persons })).toEqual(['persons'])
  })
  it('does not look at a name and phone that an anonymous worker typed before', () => {
    expect(wrong({ ...fine, mode: 'anonymous', phone: '微信' })).toEqual([])
  })
  it('puts an employer we do not know into the words said, and one we know only into its field', () => {
    const named = { ...fine, employerName: ' 某厂 ' }
    expect(raisedText(dress, readRaise(named))).toBe('加班费没有发\n\n用人单位：某厂')
    expect(raisedText(dress, readRaise({ ...named, employer: '7' }))).toBe('加班费没有发')
    expect(wrong({ ...named, text: '字'.repeat(7995) })).toEqual(['text'])
    const sent = { ...named, agencyName: ' 某派遣 ' }
    expect(raisedText(dress, readRaise(sent))).toBe('加班费没有发\n\n用人单位：某厂\n派遣机构：某派遣')
    expect(raisedText(dress, readRaise({ ...sent, employer: '7', agency: '8' }))).toBe('加班费没有发')
    expect(raisedText(dress, readRaise({ ...sent, employer: '7' }))).toBe('加班费没有发\n\n派遣机构：某派遣')
    expect(wrong({ ...sent, agencyName: '字'.repeat(1000) })).toEqual(['agencyName'])
  })
  it('steps down from the region chosen so far', () => {
    expect(readRaise({ region: '990102', pick: '990102001' }).region).toBe('990102001')
    expect(readRaise({ region: '990102', pick: '' }).region).toBe('990102')
  })
})

it('reads the first of several values, and nothing as empty', () => {
  expect(posted({ do: ['look', 'submit'] }, 'do')).toBe('look')
  expect(posted({}, 'do')).toBe('')
})
