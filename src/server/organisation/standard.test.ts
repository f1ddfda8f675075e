import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { readImportRules } from './import-rules.ts'
import { readStandard, standardName, unitLevels } from './standard.ts'

const rules = (file: string) => parse(readFileSync(new URL(`../../../rules/${file}`, import.meta.url), 'utf8'))
const codes = (list: { code: string }[]) => list.map(({ code }) => code)

it('names the union of a region as people do', async () => {
  const standard = await readStandard()
  const name = (region: string, level: 'nation' | 'province' | 'prefecture' | 'county' | 'township') =>
    standardName(standard, { name: region, level })
  expect(name('全国', 'nation')).toBe('中华全国总工会')
  expect(name('内蒙古自治区', 'province')).toBe('内蒙古自治区总工会')
  expect(name('锡林郭勒盟', 'prefecture')).toBe('锡林郭勒盟总工会')
  expect(name('江湾区', 'county')).toBe('江湾区总工会')
  expect(name('柳荫街道', 'township')).toBe('柳荫街道工会')
  expect(name('漓东街道办事处', 'township')).toBe('漓东街道工会')
  expect(name('大柴旦行政委员会', 'county')).toBe('大柴旦总工会')
  expect(name('办事处', 'township')).toBe('办事处工会')
  expect(name('市辖区', 'prefecture')).toBeNull()
  expect(name('自治区直辖县级行政区划', 'prefecture')).toBeNull()
})

it('uses sections and levels that the rules know', async () => {
  const standard = await readStandard()
  const known = codes(rules('sections.yaml').sections)
  const used = Object.values(standard.levels).flatMap(({ sections }) => sections)
  expect(used.filter((section) => !known.includes(section))).toEqual([])
  expect(codes(rules('unit-levels.yaml').levels)).toEqual([...unitLevels])
  const { grassrootsSections } = await readImportRules()
  expect(grassrootsSections.filter((section) => !known.includes(section))).toEqual([])
})
