import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeId } from '../../src/domain/id.ts'
import type { CommandKind } from '../../src/protocol/command.ts'
import { ask } from '../kit/ask.ts'
import { emptyInstallation, Place, Zhagen, zhagen } from './zhagen-process.ts'

const unions = 2500
const place = new Place()
afterAll(() => place.remove())

/** A session of the leading group's office, by password, as a browser has it. */
async function office(address: string, realm: number) {
  const passwords = ['first green umbrellas', 'second green umbrellas'] as const
  const open = async (where: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${address}${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    expect(answer.status, await answer.clone().text()).toBe(200)
    const cookie = String(answer.headers.get('set-cookie')).split(';')[0] as string
    return { cookie, 'x-csrf': String(((await answer.json()) as { csrf: string }).csrf) }
  }
  const first = await open('/api/session', { login: 'line', password: passwords[0] })
  const session = await open('/api/session/password', { old: passwords[0], new: passwords[1] }, first)
  return async (kind: CommandKind, body: object): Promise<string> => {
    const id = makeId(realm, Date.now(), crypto.getRandomValues(new Uint8Array(8)))
    const answer = await fetch(`${address}/api/command/${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...session },
      body: JSON.stringify({ id, body }),
    })
    const told = (await answer.json()) as { accepted?: { stream: string } }
    expect(told, kind).toHaveProperty('accepted')
    return String(told.accepted?.stream)
  }
}

test('a server killed in the middle of a cascade goes on where it was: every union has the directive once', async () => {
  const first = new Zhagen(place, emptyInstallation(place))
  let address = await first.ready()
  const { database } = JSON.parse((await zhagen(place, ['doctor', '--json'])).stdout)
  const own = (sql: string) => ask(database.databaseUrl, sql)
  const [top] = await own('select id, name, realm, region from unit where parent is null and valid_to is null')
  const root = top as { id: number; name: string; realm: number; region: string }
  await own(
    `insert into unit (name, level, kind, region, realm, parent, ancestors, valid_from)
     select '基层工会' || g, 'grassroots', 'grassroots', '${root.region}', ${root.realm}, ${root.id}, array[${root.id}], current_date
     from generate_series(1, ${unions}) g;
     update unit set ancestors = array[id] || ancestors where parent = ${root.id} and ancestors[1] <> id;
     update directory_version set n = n + 1`,
  )
  const password = path.join(place.folder, 'line-password')
  writeFileSync(password, 'first green umbrellas\n', { mode: 0o600 })
  const who = ['--login', 'line', '--name', '方线', '--unit', root.name, '--role', 'organiser']
  expect((await zhagen(place, ['account', 'create', ...who, '--password-file', password])).code).toBe(0)

  const act = await office(address, root.realm)
  const words = { purpose: '听', basis: '会议', fromOn: '2026-01-05', toOn: null, stages: [] }
  const campaign = await act('campaign.open', { unit: root.id, title: '到一线去', ...words })
  const clauses = [{ text: '都收到', measure: 'brief-received', cut: null }]
  const drafted = { unit: root.id, campaign, number: '2026-1', title: '意见', clauses }
  const directive = await act('directive.draft', drafted)
  await act('directive.issue', { directive, unit: root.id })

  const delivered = async () => {
    const [row] = await own(
      `select count(*)::int as briefs, count(distinct unit)::int as units,
         (select count(*)::int from unit where ${root.id} = any (ancestors) and valid_to is null) as all_of,
         (select count(*)::int from event where kind = 'BriefDelivered') as events,
         (select done_at is not null from cascade where directive = '${directive}') as done
       from brief where directive = '${directive}'`,
    )
    return row as { briefs: number; units: number; all_of: number; events: number; done: boolean | null }
  }
  while ((await delivered()).briefs < 200) await new Promise((resolve) => setTimeout(resolve, 5))
  await first.killServer(place)
  const cutOff = await delivered()
  expect(cutOff.briefs).toBeLessThan(cutOff.all_of)
  expect(cutOff.done).not.toBe(true)

  const second = new Zhagen(place, ['start'])
  address = await second.ready()
  while (!(await delivered()).done) await new Promise((resolve) => setTimeout(resolve, 50))
  const whole = await delivered()
  expect(whole.all_of).toBeGreaterThan(unions)
  expect(whole).toMatchObject({ briefs: whole.all_of, units: whole.all_of, events: whole.all_of })
  expect((await fetch(`${address}/health`)).status).toBe(200)
  await second.stop()
  expect((await zhagen(place, ['ledger', 'verify'])).code).toBe(0)
})
