import { randomBytes } from 'node:crypto'
import type { Actor } from '../../src/domain/actor.ts'
import { makeId } from '../../src/domain/id.ts'
import type { CommandKind } from '../../src/protocol/command.ts'
import { systemClock } from '../../src/server/clock.ts'
import { composeContext } from '../../src/server/compose.ts'
import { readConfig } from '../../src/server/config.ts'
import type { ServerContext } from '../../src/server/context.ts'
import { install } from '../../src/server/install.ts'
import { recordInstallation } from '../../src/server/installation.ts'
import { type CascadeContext, runCascades } from '../../src/server/job/cascade-runner.ts'
import { createLog } from '../../src/server/log.ts'
import { openDatabase } from '../../src/server/open-database.ts'
import { preparedTransaction } from '../limit.ts'
import type { Measured } from '../measure.ts'
import { seedUnits } from './seed-units.ts'

type Bench = { readonly folder: string; readonly rows: number; readonly say: (line: string) => void }

const lanes = 16
const seconds = 3

/**
 * A directive of the topmost union to so many unions: all of them get their brief through the pipeline, by the very runner
 * that a server starts. A kill in the middle is played: the walk is stopped half way and goes on.
 */
export async function cascade({ folder, rows, say }: Bench): Promise<Measured[]> {
  const clock = systemClock
  const config = readConfig({ ZHAGEN_DATA: `${folder}/cascade`, ZHAGEN_KEYS: `${folder}/cascade-keys` })
  const opened = await openDatabase({ config, clock, verb: 'start', say, onLost: () => undefined })
  const wanted = { kind: 'bench', federation: 'bench', admin: undefined } as const
  await recordInstallation(opened.db.owner, clock, { ...wanted, keyFingerprint: opened.keyFingerprint })
  const context = await composeContext({ config, clock, log: createLog('error'), opened, kind: 'bench' })
  try {
    await install({ ...context, ...wanted, say })
    const ownerUrl = opened.embedded?.operatorUrl
    if (ownerUrl === undefined) throw new Error('the bench takes a database of its own')
    return await measure(context, { ownerUrl, folder, rows, say })
  } finally {
    await context.close()
    await opened.close()
  }
}

async function measure(
  context: ServerContext,
  { ownerUrl, folder, rows, say }: Bench & { ownerUrl: string },
): Promise<Measured[]> {
  const root = await seedUnits(context, rows)
  const site = { ownerUrl, folder }
  const directive = await issued(context, root)
  const before = await preparedTransaction(site, lanes, seconds, say)
  const times: number[] = []
  const timed = timing(context, times)
  const from = performance.now()
  const half = await runCascades(timed, { stopped: () => times.length > rows / 2 })
  const rest = await runCascades(timed)
  const took = performance.now() - from
  const after = await preparedTransaction(site, lanes, seconds, say)
  const { rows: counted } = await context.db.writer.query<{ units: number; briefs: number }>(
    `select (select count(*)::integer from unit where $1 = any (ancestors) and valid_to is null) as units,
       (select count(distinct unit)::integer from brief where directive = $2) as briefs`,
    [root.id, directive],
  )
  const [{ units, briefs } = { units: 0, briefs: -1 }] = counted
  if (units !== briefs || half + rest !== units)
    throw new Error(`${briefs} of ${units} unions have it, ${half + rest} were delivered`)
  say(`${units} unions in ${Math.round(took)} ms, cut off after ${half}`)
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  const value = units / (took / 1000)
  const limit = (before.perSecond + after.perSecond) / 2
  return [
    {
      name: 'cascade',
      value,
      unit: 'unions/s',
      p50: at(0.5),
      p99: at(0.99),
      limit,
      ratio: value / limit,
      rows,
      limitBy: before.by,
    },
  ]
}

/** The same runner with each command timed, from its sending to its stored outcome. */
function timing(context: ServerContext, times: number[]): CascadeContext {
  const submit: CascadeContext['pipeline']['submit'] = async (...command) => {
    const from = performance.now()
    const done = await context.pipeline.submit(...command)
    times.push(performance.now() - from)
    return done
  }
  return { ...context, pipeline: { submit } }
}

/** A campaign of the topmost union and a directive in six clauses, issued to everybody. */
async function issued({ pipeline, clock }: ServerContext, root: { id: number; realm: number }): Promise<string> {
  const actor: Actor = { kind: 'staff', account: '', post: 900_000, unit: root.id, section: null, role: 'organiser' }
  const ask = async (kind: CommandKind, body: object) => {
    const id = makeId(root.realm, clock.now().getTime(), randomBytes(8))
    const { outcome } = await pipeline.submit(actor, { id, kind, body })
    if ('refused' in outcome) throw new Error(`${kind} was refused: ${outcome.refused.code}`)
    return outcome.accepted.stream
  }
  const unit = root.id
  const words = { title: 'bench', purpose: 'bench', basis: 'bench', fromOn: '2026-01-01', toOn: null, stages: [] }
  const campaign = await ask('campaign.open', { unit, ...words })
  const clauses = Array.from({ length: 6 }, (_, n) => ({ text: `clause ${n + 1}`, measure: 'heard', cut: null }))
  const directive = await ask('directive.draft', { unit, campaign, number: '2026-1', title: 'bench', clauses })
  await ask('directive.issue', { directive, unit })
  return directive
}
