import { localDateOf } from '../domain/calendar/local-time.ts'
import { readDemoAccounts } from '../server/account/demo-accounts.ts'
import { SteppingClock, systemClock } from '../server/clock.ts'
import { composeContext } from '../server/compose.ts'
import { runFollowersOnce } from '../server/follow/start-following.ts'
import { buildServer, closeServer, listen } from '../server/http/server.ts'
import { runCascades } from '../server/job/cascade-runner.ts'
import { verifyLedger } from '../server/ledger/verify.ts'
import { describeFinding } from '../server/ledger/verify-finding.ts'
import { createLog } from '../server/log.ts'
import { openDatabase } from '../server/open-database.ts'
import { loadRules } from '../server/rules/load.ts'
import { makeCast } from '../server/story/cast.ts'
import { HttpPlayer } from '../server/story/http-player.ts'
import { playStory, type StepResult } from '../server/story/play.ts'
import type { Story } from '../server/story/story-file.ts'
import { instantOf } from '../server/story/story-time.ts'
import { SubjectKeys } from '../server/vault/subject-keys.ts'
import type { StoryDatabase } from './story-databases.ts'

/** A story played to its end. `steps` ends with the ledger's own proof, which no story can leave out. */
export type Played = {
  readonly story: string
  readonly file: string
  readonly passed: number
  readonly failed: number
  readonly later: number
  readonly steps: readonly StepResult[]
}

/** Starts the site over the story's own database, makes the cast, plays, proves the ledger, and stops the site. */
export async function playIn(
  database: StoryDatabase,
  story: Story,
  onStep: (step: StepResult) => void = () => undefined,
): Promise<Played> {
  const { config } = database
  const { calendar } = loadRules(config.rules)
  const startAt = instantOf(story.clock, systemClock.now().getTime(), calendar)
  const clock = new SteppingClock(new Date(startAt))
  const opened = await openDatabase({ config, clock, verb: 'story run', say: () => undefined, onLost: () => undefined })
  const context = await composeContext({ config, clock, log: createLog(config.logLevel), opened, kind: 'story' })
  const app = await buildServer(context)
  try {
    const { password } = readDemoAccounts(config.rules)
    const submit = context.pipeline.submit.bind(context.pipeline)
    const accounts = { signIn: context.signIn, clock, actor: { kind: 'operator' } as const, submit }
    const hash = await context.signIn.passwords.make(password)
    const present = { at: startAt, calendar, on: localDateOf(startAt) }
    const names = await makeCast({ owner: context.db.owner, accounts, present, hash }, story.cast)
    const port = await listen(app, config.host, config.port)
    const player = new HttpPlayer(`http://127.0.0.1:${port}`, names, password)
    const settled = async () => {
      await runCascades(context, { wait: true })
      await runFollowersOnce(context)
    }
    const stage = { player, names, limits: context.rules.limits, calendar, startAt, settled }
    const steps = await playStory(story, stage, onStep)
    await context.pipeline.drained()
    const keys = new SubjectKeys(context.keys)
    const proof = proofStep(
      await verifyLedger(context.db.owner, { macKey: context.keys.mac, keysFolder: config.keysFolder, open: keys }),
      steps,
    )
    onStep(proof)
    return summary(story, [...steps, proof])
  } finally {
    await closeServer(app)
    await context.close()
    await opened.close()
  }
}

function proofStep(verified: Awaited<ReturnType<typeof verifyLedger>>, steps: readonly StepResult[]): StepResult {
  const last = steps.at(-1)
  const told = {
    n: steps.length + 1,
    line: last?.line ?? 1,
    at: last?.at ?? '',
    as: null,
    what: 'ledger verify',
    differences: [],
  }
  return verified.first ? { ...told, ok: false, why: describeFinding(verified.first) } : { ...told, ok: true }
}

function summary(story: Story, steps: readonly StepResult[]): Played {
  const later = steps.filter((step) => step.later !== undefined).length
  const passed = steps.filter((step) => step.ok).length
  return { story: story.story, file: story.file, passed, failed: steps.length - passed - later, later, steps }
}
