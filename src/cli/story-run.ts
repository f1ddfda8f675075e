import { setTimeout as sleep } from 'node:timers/promises'
import { checkNames } from '../server/story/check-names.ts'
import { type ReadStory, readStoryFile, type Story } from '../server/story/story-file.ts'
import { problemLine, stepLines } from '../server/story/story-report.ts'
import { stopSignal } from './stop-signal.ts'
import { makeStoryDatabases, type StoryDatabases } from './story-databases.ts'
import { type Played, playIn } from './story-play.ts'
import { UsageError, type Verb, type VerbContext, VerbFailure } from './verb.ts'

/** `zhagen story run FILE…`: plays stories over the HTTP API, each in a fresh database made for it. */
export const verb: Verb = {
  name: 'story run',
  summary: 'play stories over the HTTP API, each in a fresh database, and check what they expect',
  usage: 'story run FILE…',
  options: { keep: { type: 'boolean', help: 'keep the database of the one story, to look at it afterwards' } },
  positionals: { min: 1, max: 1000 },
  about: [
    'A step that fails is shown with what was expected and what is; the rest is played all the same. A step marked later is',
    'reported as such and counts neither as passed nor as failed. After the last step the ledger is verified.',
    'Exit code 0: nothing failed; 1: something did. Touches no installation: the databases lie in a temporary folder, or on',
    'the PostgreSQL of DATABASE_URL, whose owner must then be able to create databases.',
    'With --json: {story, file, passed, failed, later, steps: [{n, line, at, as, what, ok, later?, why?, differences:',
    '[{figure, expected, actual}]}]}; for several files {passed, failed, later, stories: [...]}.',
    'docs/stories.md explains how a story is written.',
  ].join('\n'),
  async run(context) {
    const keep = context.flag('keep')
    if (keep && context.positionals.length > 1) throw new UsageError('story run: --keep goes with one FILE')
    const stories = mustRead(context)
    const stop = stopSignal()
    const stopped = stop.asked.then((signal) => Promise.reject(new VerbFailure(`stopped by ${signal}`)))
    const making = makeStoryDatabases({ own: context.config().ownDatabase, keep, say: () => undefined })
    try {
      const all: Played[] = []
      const databases = await Promise.race([making, stopped])
      await Promise.race([playAll(context, stories, databases, keep, all), stopped])
      return answer(context, all)
    } finally {
      // Whatever the stop cut off holds connections; PostgreSQL's own stop ends them.
      const made = await making.catch(() => undefined)
      await Promise.race([made?.close(), sleep(15_000, undefined, { ref: false })])
      stop.release()
    }
  },
}

/** Nothing is played before every file is known to be whole. */
function mustRead(context: VerbContext): readonly Story[] {
  const read: ReadStory[] = context.positionals.map((file) => readStoryFile(file))
  for (const each of read) checkNames(each)
  const problems = read.flatMap((each) => each.problems)
  for (const problem of problems) context.say(problemLine(problem))
  if (problems.length > 0) throw new VerbFailure('nothing was played; zhagen story check FILE looks again')
  return read.flatMap((each) => each.story ?? [])
}

async function playAll(
  context: VerbContext,
  stories: readonly Story[],
  databases: StoryDatabases,
  keep: boolean,
  into: Played[],
): Promise<void> {
  const tell = (line: string) => (context.json ? undefined : context.print(null, line))
  for (const story of stories) {
    tell(`${story.story}  (${story.file})`)
    const database = keep ? databases.original : await databases.fresh()
    try {
      const played = await playIn(database, story, (step) => tell(stepLines(step)))
      into.push(played)
      tell(countsOf(played))
    } finally {
      await database.drop()
    }
  }
  if (keep) context.say(`kept: ZHAGEN_DATA=${databases.original.data} ZHAGEN_KEYS=${databases.original.keys} npm start`)
}

function answer(context: VerbContext, all: readonly Played[]): number {
  const sum = (key: 'passed' | 'failed' | 'later') => all.reduce((total, each) => total + each[key], 0)
  const total = { passed: sum('passed'), failed: sum('failed'), later: sum('later') }
  const [only] = all
  if (context.json) context.print(all.length === 1 && only ? only : { ...total, stories: all }, '')
  else if (all.length > 1) context.print(null, `${all.length} stories: ${countsOf(total)}`)
  return total.failed > 0 ? 1 : 0
}

function countsOf({ passed, failed, later }: Pick<Played, 'passed' | 'failed' | 'later'>): string {
  return `${passed} passed, ${failed} failed${later > 0 ? `, ${later} later` : ''}`
}
