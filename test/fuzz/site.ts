import { pino } from 'pino'
import { makeId } from '../../src/domain/id.ts'
import type { CommandKind, Outcome } from '../../src/protocol/command.ts'
import { loadDemoAccounts } from '../../src/server/account/demo-accounts.ts'
import { operatorDesk } from '../../src/server/account/operator-desk.ts'
import { describeError } from '../../src/server/log.ts'
import { SHIPPED_RULES } from '../../src/server/rules/load.ts'
import { startSite, type TestSite } from '../kit/server.ts'

/** Who sends a request, and what of theirs travels with it. */
export type Sender = {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  /** The demand of a claimant. */
  readonly demand?: string
}

/** A site with the demo's county and its people, some demands under way, and everything it logs. */
export type FuzzSite = TestSite & {
  readonly logged: readonly string[]
  readonly public: Sender
  /** By login of the demo: triage, handler, head, agent, admin, auditor, township, enterprise, city, custodian. */
  readonly staff: Readonly<Record<string, Sender>>
  readonly claimants: readonly Sender[]
  readonly demands: readonly string[]
  readonly accounts: readonly string[]
  /** The employer with a union of its own. */
  readonly employer: number
  unit(name: string): Promise<number>
  /** One command over the wire. */
  command(sender: Sender, kind: CommandKind, body: object, id?: string): Promise<{ status: number; body: Wire }>
}
/** An outcome, or a problem document. */
export type Wire = Outcome & { readonly code?: string; readonly field?: string; readonly status?: number }

export const START = new Date('2026-06-15T01:00:00Z')

export function newId(realm = 9901, at = START.getTime()): string {
  return makeId(realm, at, crypto.getRandomValues(new Uint8Array(8)))
}

export async function fuzzSite(): Promise<FuzzSite> {
  const logged: string[] = []
  const log = pino(
    { level: 'trace', base: null, serializers: { err: describeError } },
    { write: (line) => logged.push(line) },
  )
  const site = await startSite({ kind: 'story', at: START, log })
  await loadDemoAccounts(operatorDesk(site.context), SHIPPED_RULES)
  const { owner } = site.database
  const people = await owner.query('select id, login, password_hash from account order by login')
  const staff: Record<string, Sender> = {}
  for (const { id, login, password_hash } of people.rows) {
    const opened = await site.context.signIn.sessions.open(id, password_hash)
    if (!opened) throw new Error(`${login} cannot come in`)
    staff[login] = { name: login, headers: { cookie: `zh=${opened.token}`, 'x-csrf': opened.csrf } }
  }
  const command: FuzzSite['command'] = async (sender, kind, body, id = newId()) => {
    const answer = await site.app.inject({
      method: 'POST',
      url: `/api/command/${kind}`,
      headers: { ...sender.headers, 'content-type': 'application/json' },
      payload: JSON.stringify({ id, body }),
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  const unit = async (name: string) =>
    Number((await owner.query('select id from unit where name = $1 and valid_to is null', [name])).rows[0]?.id)
  const employer = await owner.query('select employer from unit where name = $1', ['江湾精工有限公司工会'])
  const made = {
    ...{ logged, staff, command, unit, accounts: people.rows.map((row) => String(row.id)) },
    public: { name: 'public', headers: {} },
    employer: Number(employer.rows[0]?.employer),
  }
  return { ...site, ...made, ...(await demandsOf(made)) }
}

/** Demands at several stages: raised, offered, signed, answered; one about the employer with its own union. */
async function demandsOf(site: Pick<FuzzSite, 'command' | 'staff' | 'public' | 'employer' | 'unit'>) {
  const { triage, township } = site.staff as { triage: Sender; township: Sender }
  const lead = await site.unit('柳荫街道工会')
  const demands: string[] = []
  const claimants: Sender[] = []
  const must = async (...asked: Parameters<FuzzSite['command']>) => {
    const { body } = await site.command(...asked)
    if (!('accepted' in body)) throw new Error(`${asked[1]}: ${JSON.stringify(body)}`)
    return body.accepted as unknown as { stream: string; number: string; code: string }
  }
  for (const steps of [0, 0, 1, 2, 4, 4]) {
    const about = demands.length === 1 ? { employer: site.employer } : {}
    const said = { region: '990102001', channel: 'online', mode: 'named', text: '加班费没有发', ...about }
    const identity = { name: '测试者', phone: '13800000000' }
    const { stream: demand, number, code } = await must(site.public, 'demand.raise', { ...said, identity })
    demands.push(demand)
    claimants.push({ name: `claimant`, headers: { authorization: `Receipt ${number} ${code}` }, demand })
    const triaged = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead }
    const life: readonly (readonly [Sender, CommandKind, object])[] = [
      [triage, 'demand.triage', triaged],
      [township, 'order.sign', {}],
      [township, 'contact.log', { way: 'call' }],
      [township, 'demand.answer', { claim: 'partly', text: '办了一半' }],
    ]
    for (const [who, kind, body] of life.slice(0, steps)) await must(who, kind, { demand, ...body })
  }
  return { demands, claimants }
}
