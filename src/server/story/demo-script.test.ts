import { expect, it } from 'vitest'
import { isId } from '../../domain/id.ts'
import { loadRules } from '../rules/load.ts'
import { checkNames } from './check-names.ts'
import { demoScript } from './demo-script.ts'

const { calendar } = loadRules()
const hour = 3_600_000

it('lies in the past whole, whatever the day and hour of the first start', () => {
  // A working day, a weekend, the longest holiday with its make-up days, the turn of a year, every two hours.
  const days = ['2026-06-23', '2026-06-20', '2026-10-05', '2026-10-10', '2026-02-18', '2027-01-01']
  const lengths = days.flatMap((day) => {
    const midnight = Date.parse(`${day}T00:00:00+08:00`)
    return Array.from({ length: 12 }, (_, n) => {
      const now = midnight + 2 * n * hour + 1
      const script = demoScript(now, calendar)
      for (const [k, step] of script.entries()) expect(step.at).toBeGreaterThanOrEqual(script[k - 1]?.at ?? 0)
      expect(script.at(-1)?.at).toBeLessThanOrEqual(now)
      return script.length
    })
  })
  expect(lengths.length).toBe(72)
  expect(new Set(lengths).size).toBe(1)
  expect(lengths[0]).toBeGreaterThan(150)
}, 60_000)

it('gives the same commands for the same beginning, and no two the same', () => {
  const ids = (now: number) => demoScript(now, calendar).map((step) => step.command(9901))
  const [once, again, later] = [
    ids(Date.parse('2026-06-23T10:00:00+08:00')),
    ids(Date.parse('2026-06-23T10:00:00+08:00')),
    ids(Date.parse('2026-06-24T10:00:00+08:00')),
  ]
  expect(again).toEqual(once)
  expect(new Set([...once, ...later]).size).toBe(once.length + later.length)
  expect(once.every(isId)).toBe(true)
})

it('is made of stories that could be played by themselves', () => {
  const stories = new Set(demoScript(Date.parse('2026-06-23T10:00:00+08:00'), calendar).map(({ story }) => story))
  for (const story of stories) {
    const found: string[] = []
    checkNames({ story, problems: [], complain: (at, why) => found.push(`${story.file} ${at.join('.')}: ${why}`) })
    expect(found).toEqual([])
    // What becomes of a demand is looked at once the demo stands; of papers there is nothing to wait for.
    const raises = story.steps.some((step) => step.do === 'demand.raise')
    expect(story.steps.some((step) => step.expect !== undefined)).toBe(raises)
  }
})
