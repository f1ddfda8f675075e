import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { type CommandKind, commands } from '../../protocol/command.ts'
import { faults, refusals } from '../../protocol/refusal.ts'
import { storyJsonSchema } from '../../protocol/story.ts'
import { answerFigures, demandFigures } from '../../protocol/story-figure.ts'
import { storyKinds, storyLists } from '../../protocol/story-step.ts'
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
  // A place where a visit was paid is kept by name; where a meeting is held is a word.
  const meeting = 'unit: c, campaign: k, title: 会, startAt: +1d 09:00, endAt: +1d 10:00, agenda: [讲], video: false'
  expect(problemsOf(`${head}  - { as: a, do: meeting.call, with: { ${meeting}, place: 大礼堂 } }`)).toEqual([
    'a.yaml:5:49: steps.0.with.campaign: no stream was kept as k before',
  ])
  expect(problemsOf(`${head}  - { as: a, do: place.pass-on, with: { place: 车间, owner: a } }`)).toEqual([
    'a.yaml:5:41: steps.0.with.place: no stream was kept as 车间 before',
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

it('is explained by examples that would play', () => {
  const page = readFileSync(path.resolve(stories, '..', 'docs', 'stories.md'), 'utf8')
  const examples = [...page.matchAll(/^```yaml\n(.*?)^```/gms)].map((found) => found[1] ?? '')
  expect(examples.map(problemsOf)).toEqual([[], []])
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
  const all = [views, refusals, faults, demandFigures, answerFigures]
    .flatMap((table) => Object.keys(table))
    .concat(storyLists, storyKinds)
  expect(all.filter((word) => !text.includes(JSON.stringify(word)))).toEqual([])
  expect(all.length).toBeGreaterThan(200)
  // Time passes by itself and followers speak for themselves: a story cannot send what only the system does.
  const others = Object.keys(commands).filter((kind) => !storyKinds.includes(kind as CommandKind))
  expect(others).toEqual(expect.arrayContaining(['demand.tick', 'claim.answer', 'account.reset']))
  expect(others.filter((kind) => text.includes(JSON.stringify(kind)))).toEqual([])
  for (const kind of others)
    expect(problemsOf(`${head}  - { as: a, do: ${kind} }`)).toEqual([`a.yaml:5:14: steps.0.do: no such verb ${kind}`])
})

it('calls posts, masters, days and instants of a body by what the story knows', () => {
  const raise =
    '  - { as: w, do: demand.raise, keep: { demand: d }, with: { region: "990102", channel: online, mode: anonymous, text: 一句话 } }\n'
  const cast = head.replace('units:', 'workers: [{ id: w }], units:')
  for (const step of [
    '{ as: a, do: request.ask, with: { demand: d, request: pause, reason: appraisal, until: +5wd, text: 等 } }',
    '{ as: a, do: commitment.make, with: { demand: d, promisedOn: 2026-07-08, promisor: employer, workerAgreed: true, text: 付 } }',
    '{ as: a, do: duty.set, with: { unit: c, post: a/head, from: "18:00", to: +1d 08:00 } }',
    '{ as: a, do: demand.merge, with: { demand: d, master: d } }',
    '{ as: a, view: search, with: { number: n1 } }',
    '{ as: a, view: office, with: { unit: c }, expect: { can: [duty.set] } }',
  ])
    expect([step, problemsOf(`${cast}${raise}  - ${step}`)]).toEqual([step, []])
  expect(problemsOf(`${cast}${raise}  - { as: a, do: demand.merge, with: { demand: d, master: m } }`)).toEqual([
    'a.yaml:6:51: steps.1.with.master: no demand was kept as m before',
  ])
  expect(
    problemsOf(`${cast}${raise}  - { as: a, do: pause.end, with: { demand: d }, expect: { pausedUntilOn: soon } }`),
  ).toEqual([expect.stringContaining('steps.1.expect.pausedUntilOn')])
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
