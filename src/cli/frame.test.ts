import { beforeEach, expect, test } from 'vitest'
import { StartError } from '../server/start-error.ts'
import { type Loaders, runCli } from './frame.ts'
import { UsageError, type Verb, type VerbContext, VerbFailure } from './verb.ts'

let out = ''
let err = ''
beforeEach(() => {
  out = ''
  err = ''
})

const streams = {
  out: (text: string) => {
    out += text
  },
  err: (text: string) => {
    err += text
  },
}

function verb(name: string, run: (context: VerbContext) => Promise<number | undefined>): Verb {
  const options = {
    name: { type: 'string', value: 'NAME', help: 'whose' },
    tag: { type: 'string', multiple: true, help: 'some' },
  } as const
  return { name, summary: `summary of ${name}`, usage: `${name} FILE`, options, positionals: { min: 0, max: 1 }, run }
}

function cli(
  args: readonly string[],
  run: (context: VerbContext) => Promise<number | undefined> = async () => undefined,
) {
  const names = ['plain', 'story run', 'story check']
  const loaders: Loaders = Object.fromEntries(names.map((name) => [name, async () => ({ verb: verb(name, run) })]))
  return runCli(args, loaders, streams)
}

test('a verb gets its options and words, and prints text or JSON alone', async () => {
  const run = async (context: VerbContext) => {
    context.say('working')
    context.print({ name: context.text('name'), tags: context.texts('tag'), words: context.positionals }, 'in words')
    return undefined
  }
  expect(await cli(['story', 'run', 'a.yaml', '--name', 'x', '--tag', 'p', '--tag', 'q', '--json'], run)).toBe(0)
  expect(JSON.parse(out)).toEqual({ name: 'x', tags: ['p', 'q'], words: ['a.yaml'] })
  expect(err).toBe('working\n')
  out = ''
  expect(await cli(['plain'], run)).toBe(0)
  expect(out).toBe('in words\n')
})

test('help lists all verbs, or explains one', async () => {
  expect(await cli(['--help'])).toBe(0)
  expect(out).toMatch(/story run +summary of story run/)
  out = ''
  expect(await cli(['story', 'check', '--help'])).toBe(0)
  expect(out).toMatch(/^Usage: zhagen story check FILE/)
  expect(out).toMatch(/--name NAME +whose/)
})

test.each([
  [['nothing'], /unknown verb "nothing"/],
  [['story', 'tell'], /unknown verb "story tell"; there are: story run, story check/],
  [['constructor'], /unknown verb/],
  [['plain', '--loud'], /plain: .*--loud.*plain --help/],
  [['plain', 'a', 'b'], /plain: "b" is too much/],
])('what is not understood is exit code 2 and a hint: %j', async (args, hint) => {
  expect(await cli(args)).toBe(2)
  expect(err).toMatch(hint)
  expect(out).toBe('')
})

test('failures are one line and 1, bugs are 70 with their place, and a code returned is kept', async () => {
  const failing = (error: Error) => async () => {
    throw error
  }
  expect(await cli(['plain'], failing(new VerbFailure('nothing there')))).toBe(1)
  expect(await cli(['plain'], failing(new StartError('PORT: taken')))).toBe(1)
  expect(await cli(['plain'], failing(new UsageError('which one?')))).toBe(2)
  expect(err).toBe('zhagen: nothing there\nzhagen: PORT: taken\nzhagen: which one?\n')
  expect(await cli(['plain'], failing(new TypeError('oops')))).toBe(70)
  expect(err).toMatch(/frame\.test\.ts/)
  expect(await cli(['plain'], async () => 3)).toBe(3)
})
