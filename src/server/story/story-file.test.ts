import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { commands } from '../../protocol/command.ts'
import { faults, refusals } from '../../protocol/refusal.ts'
import { storyJsonSchema } from '../../protocol/story.ts'
import { demandFigures } from '../../protocol/story-figure.ts'
import { storyLists } from '../../protocol/story-step.ts'
import { views } from '../../protocol/view.ts'
import { checkNames } from './check-names.ts'
import { readStory } from './story-file.ts'
import { problemLine } from './story-report.ts'

const stories = path.resolve(import.meta.dirname, '..', '..', '..', 'stories')
const valid = new Ajv2020({ strict: false }).compile(storyJsonSchema())

function problemsOf(text: string): string[] {
  const read = readStory('a.yaml', text)
  checkNames(read)
  return read.problems.map(problemLine).sort()
}

const head = `story: x
clock: 2026-06-15T09:00+08:00
cast: { people: [{ id: a, name: 甲, posts: [{ unit: c, role: head }] }], units: [{ id: c, name: 丙, level: county, region: "990102" }] }
steps:
`

it('names what is wrong by line and column', () => {
  expect(problemsOf(`${head}  - { as: a, do: demand.rais }`)).toEqual([
    'a.yaml:5:14: steps.0.do: no such verb demand.rais',
  ])
  expect(problemsOf(`${head}  - { as: a, list: today, exepct: { count: 0 } }`)).toEqual([
    'a.yaml:5:27: steps.0.exepct: unknown key exepct',
  ])
  expect(problemsOf(`${head}  - { as: a, list: today, expect: { priotity: P1 } }`)).toEqual([
    'a.yaml:5:37: steps.0.expect.priotity: unknown key priotity',
  ])
  expect(problemsOf(`${head}  - { as: b, list: today }`)).toEqual([
    'a.yaml:5:7: steps.0.as: nobody in the cast is called b',
  ])
  expect(problemsOf(`${head}  - { as: a, view: demand, with: { demand: d } }`)).toEqual([
    'a.yaml:5:36: steps.0.with.demand: no demand was kept as d before',
  ])
  expect(problemsOf(`${head}  - { as: a, do: order.sign }`)).toEqual([
    'a.yaml:5:14: steps.0.do: names no demand; add with: { demand: … }',
  ])
  expect(problemsOf(`${head}  - { again: x }`)).toEqual(['a.yaml:5:7: steps.0.again: no command was kept as x before'])
  expect(problemsOf(`${head}  - { as: a, list: today, expect: { refused: no-such } }`)).toEqual([
    'a.yaml:5:37: steps.0.expect.refused: is none of what may stand here; zhagen story schema lists it',
  ])
  expect(problemsOf(head.replace('unit: c', 'unit: nowhere').concat('  - { at: "10:00" }'))).toEqual([
    'a.yaml:3:46: cast.people.0.posts.0.unit: no unit of the cast is called nowhere',
  ])
  expect(problemsOf(head.replace('"990102"', '990102').concat('  - { at: "10:00" }'))[0]).toMatch(
    /^a\.yaml:3:\d+: cast\.units\.0\.region: must be a string/,
  )
  expect(problemsOf('story: [')[0]).toMatch(/^a\.yaml:1:\d+: /)
  expect(problemsOf('')).not.toEqual([])
  expect(problemsOf(`${head}  - { at: "10:00" }`)).toEqual([])
})

it('is explained by an example that would play', () => {
  const page = readFileSync(path.resolve(stories, '..', 'docs', 'stories.md'), 'utf8')
  const examples = [...page.matchAll(/^```yaml\n(.*?)^```/gms)].map((found) => found[1] ?? '')
  expect(examples.map(problemsOf)).toEqual([[]])
})

it('takes a step that waits for a later issue whatever it says', () => {
  expect(
    problemsOf(
      `${head}  - { later: not built, as: nobody, do: commitment.make, with: { on: 2026-07-08 }, expect: { refused: commitment.not-due } }`,
    ),
  ).toEqual([])
})

it('has a schema in which every verb, view, list, figure, refusal and fault stands', () => {
  const text = JSON.stringify(storyJsonSchema())
  const all = [commands, views, refusals, faults, demandFigures]
    .flatMap((table) => Object.keys(table))
    .concat(storyLists)
  expect(all.filter((word) => !text.includes(JSON.stringify(word)))).toEqual([])
  expect(all.length).toBeGreaterThan(100)
})

it('has a schema that every story fits, and that refuses what check refuses', () => {
  const files = readdirSync(stories, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
  expect(files.length).toBeGreaterThan(25)
  for (const file of files)
    expect([file, valid(parse(readFileSync(path.join(stories, file), 'utf8')))]).toEqual([file, true])
  for (const bad of [
    '{ as: a, do: demand.rais }',
    '{ as: a, list: today, exepct: 1 }',
    '{ as: a, list: nowhere }',
    '{}',
    '{ as: a, list: today, expect: { priotity: P1 } }',
  ])
    expect([bad, valid(parse(`${head}  - ${bad}`))]).toEqual([bad, false])
})
