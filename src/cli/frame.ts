import { parseArgs } from 'node:util'
import { readConfig } from '../server/config.ts'
import { describeError } from '../server/log.ts'
import { StartError } from '../server/start-error.ts'
import { helpForAll, helpForVerb } from './help.ts'
import { UsageError, type Verb, type VerbContext, VerbFailure } from './verb.ts'

export type Loaders = Readonly<Record<string, () => Promise<{ readonly verb: Verb }>>>

/** Where the words go; tests give their own. */
export type Streams = { readonly out: (text: string) => void; readonly err: (text: string) => void }

/** Runs the verb that `args` name and returns the exit code: 0 done, 1 not done, 2 not understood, 70 a bug. */
export async function runCli(args: readonly string[], loaders: Loaders, streams: Streams): Promise<number> {
  const say = (line: string) => streams.err(`${line}\n`)
  try {
    const found = findVerb(args, loaders)
    if (!found) {
      const all = await Promise.all(Object.values(loaders).map(async (load) => (await load()).verb))
      streams.out(`${helpForAll(all)}\n`)
      return 0
    }
    const { verb } = await found.load()
    return await runVerb(verb, found.rest, streams)
  } catch (error) {
    if (error instanceof UsageError) {
      say(`zhagen: ${error.message}`)
      return 2
    }
    if (error instanceof StartError || error instanceof VerbFailure) {
      say(`zhagen: ${error.message}`)
      return 1
    }
    // Through the log's eyes: an error of the database may quote a row.
    say(`zhagen: a bug; please report it with these lines\n${JSON.stringify(describeError(error), null, 2)}`)
    return 70
  }
}

async function runVerb(verb: Verb, args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = parse(verb, args)
  if (values.help === true) {
    streams.out(`${helpForVerb(verb)}\n`)
    return 0
  }
  const { min, max } = verb.positionals ?? { min: 0, max: 0 }
  if (positionals.length < min) throw usage(verb, 'something is missing')
  if (positionals.length > max) throw usage(verb, `"${positionals[max]}" is too much`)
  const json = values.json === true
  const context: VerbContext = {
    positionals,
    json,
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    texts: (option) => [values[option] ?? []].flat().filter((each) => typeof each === 'string'),
    flag: (option) => values[option] === true,
    print: (value, text) => streams.out(json ? `${JSON.stringify(value)}\n` : `${text}\n`),
    say: (line) => streams.err(`${line}\n`),
    config: () => readConfig(process.env),
  }
  return (await verb.run(context)) ?? 0
}

type Parsed = {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly positionals: readonly string[]
}

function parse(verb: Verb, args: readonly string[]): Parsed {
  const options = Object.fromEntries(
    Object.entries(verb.options).map(([name, { type, short, multiple = false }]) => [
      name,
      { type, multiple, ...(short ? { short } : {}) },
    ]),
  )
  try {
    return parseArgs({
      args: [...args],
      options: { ...options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('. ') : []
    throw usage(verb, reason)
  }
}

/** A name of two words is looked for first. Undefined asks for the help of all. */
function findVerb(args: readonly string[], loaders: Loaders) {
  const [first, second] = args
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') return undefined
  for (const [name, used] of [
    [`${first} ${second}`, 2],
    [first, 1],
  ] as const) {
    const load = loaders[name]
    if (load && Object.hasOwn(loaders, name)) return { load, rest: args.slice(used) }
  }
  const related = Object.keys(loaders).filter((name) => name.startsWith(`${first} `))
  const hint = related.length > 0 ? `there are: ${related.join(', ')}` : 'zhagen --help lists the verbs'
  throw new UsageError(`unknown verb "${related.length > 0 && second ? `${first} ${second}` : first}"; ${hint}`)
}

function usage(verb: Verb, reason: string): UsageError {
  return new UsageError(`${verb.name}: ${reason}; zhagen ${verb.name} --help explains`)
}
