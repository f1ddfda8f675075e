import { NATION_REALM, realmOfRegion } from '../../domain/id.ts'
import { loadDemoAccounts } from '../account/demo-accounts.ts'
import { DemoClock } from '../clock.ts'
import { Pipeline } from '../command/handle.ts'
import type { InstallContext, InstallStep } from '../install.ts'
import { claimFollower } from '../job/claim-follower.ts'
import { outreachFollower } from '../job/outreach-follower.ts'
import { passTime } from '../job/pass-time.ts'
import { rotationFollower } from '../job/rotation-follower.ts'
import { type DemoStep, demoScript } from './demo-script.ts'
import { type DemoDesk, playDemo } from './play-demo.ts'

/**
 * Plays the demo into the living county, with its people. It stands before the step that makes the demo's accounts: what
 * a realm's ledger holds goes forward in time, so that who acts in the demo must have been there before it began.
 */
export const installDemo: InstallStep = {
  name: 'playing the demo',
  kinds: ['demo'],
  needed: async (context) => {
    // Once somebody worked here the past is closed: a newer version's demo is not mixed into it.
    const after = 'select from command where at > (select created_at from installation) limit 1'
    if ((await context.db.owner.query(after)).rowCount === 1) return false
    const last = (await scriptOf(context)).at(-1)
    return last !== undefined && !(await isStored(context, last))
  },
  run: async (context) => {
    const script = await scriptOf(context)
    const { desk, drained } = await demoDesk(context, script)
    await loadDemoAccounts({ ...desk, signIn: context.signIn, actor: { kind: 'operator' } }, context.config.rules)
    const { commands, before } = await playDemo(desk, script)
    await desk.pass(await madeAt(context))
    await drained()
    context.say(`${commands} commands${before > 0 ? `, ${before} of them stored by a start that was cut off` : ''}`)
  },
}

/** What the demo is played with: a pipeline of its own by a clock that begins the day before, or where a start was cut off. */
export async function demoDesk(
  { db, command, log, rules }: InstallContext,
  script: readonly DemoStep[],
): Promise<{ readonly desk: DemoDesk; readonly drained: () => Promise<void> }> {
  const { rows } = await db.owner.query<{ at: Date | null }>('select max(at) as at from command')
  const clock = new DemoClock((script[0]?.at ?? 0) - dayMs)
  if (rows[0]?.at) clock.reach(rows[0].at.getTime())
  // The same context but for the clock: caches, keys and the heads file outside the database stay one.
  const pipeline = new Pipeline({ ...command, clock })
  // Claims hear of their master as time passes, and who is trained counts from its day. Notices are left to the start: what is long past is told to nobody.
  const followers = [
    claimFollower({ pipeline, subjectKeys: command.subjectKeys }),
    rotationFollower({ pipeline }),
    outreachFollower({ pipeline }),
  ]
  const pass = async (until: number) => {
    // Most steps follow one another with nothing due between them, and nobody to tell: the first start is waited for.
    const { rows } = await db.owner.query<{ due: Date | null; waiting: boolean }>(
      `select min(clock_at) as due, count(master) > 0 or exists (select from directive d where d.state = 'issued'
         and not exists (select from cascade c where c.directive = d.id and c.done_at is not null)) as waiting from demand`,
    )
    const { due = null, waiting = false } = rows[0] ?? {}
    const time = { db, clock, pipeline, log, followers }
    if (waiting || (due !== null && due.getTime() <= until))
      return passTime(time, new Date(until), (at) => clock.reach(at.getTime()))
    clock.reach(until)
  }
  const submit = pipeline.submit.bind(pipeline)
  const desk = { owner: db.owner, submit, clock, calendar: rules.calendar, pass }
  return { desk, drained: () => pipeline.drained() }
}

const dayMs = 86_400_000

/** Counted from the instant the installation was made: a start that goes on where another stopped means the same demo. */
async function scriptOf(context: InstallContext): Promise<readonly DemoStep[]> {
  return demoScript(await madeAt(context), context.rules.calendar)
}

async function madeAt({ db }: InstallContext): Promise<number> {
  const { rows } = await db.owner.query<{ at: Date }>('select created_at as at from installation')
  return rows[0]?.at.getTime() ?? 0
}

async function isStored({ db }: InstallContext, { command }: DemoStep): Promise<boolean> {
  // Of the nation, the province or the prefecture of the demo.
  const ids = [NATION_REALM, realmOfRegion('990000'), realmOfRegion('990100')].map(command)
  const { rowCount } = await db.owner.query('select from command where id = any($1)', [ids])
  return rowCount === 1
}
