import { statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { describeEmbedded } from '../../src/server/postgres/embedded.ts'
import { ask } from '../kit/ask.ts'
import { office, officePasswords } from './office.ts'
import { emptyInstallation, Place, Zhagen, zhagen } from './zhagen-process.ts'

/** As many as a city with its counties, townships and grassroots unions has. */
const unions = 2500

describe('a server from its first start to its last', () => {
  const place = new Place()
  afterAll(() => place.remove())

  test('the first start makes database and keys, and says ready alone on its line', async () => {
    const server = new Zhagen(place, emptyInstallation(place))
    const address = await server.ready()
    expect(server.stdout).toMatch(/^zhagen ready http:\/\/127\.0\.0\.1:\d+\n$/)
    expect(server.stderr).toMatch(/keys\.json: back this file up apart/)
    expect(statSync(path.join(place.keys, 'keys.json')).mode & 0o777).toBe(0o600)
    expect(await health(address)).toMatchObject({ status: 'ok', database: 'ok' })
    const { code, stdout } = await server.stop()
    expect(code).toBe(0)
    expect(stdout).toMatch(/^zhagen ready .*\n$/)
    expect(place.postgresPid()).toBeUndefined()
  })

  test('the second start is quick, keeps the data and needs no option; Ctrl-C stops it', async () => {
    const from = performance.now()
    const server = new Zhagen(place, ['start'])
    await server.ready()
    expect(performance.now() - from).toBeLessThan(5000)
    const doctor = await zhagen(place, ['doctor', '--json'])
    expect(doctor.code).toBe(0)
    const report = JSON.parse(doctor.stdout)
    expect(report).toMatchObject({ ok: true, database: { kind: 'embedded', running: true } })
    expect(report.checks).toContainEqual({ name: 'installation', ok: true, detail: 'real: 江湾区总工会' })
    const rows = await ask(report.database.databaseUrl, 'select federation from installation')
    expect(rows).toEqual([{ federation: '江湾区总工会' }])
    const { code } = await server.stop('SIGINT')
    expect(code).toBe(0)
    expect(place.postgresPid()).toBeUndefined()
  })

  test('after kill -9 the orphaned postgres goes on serving, and stops with the next server', async () => {
    const killed = new Zhagen(place, ['start'])
    await killed.ready()
    await killed.killServer(place)
    const orphan = place.postgresPid()
    expect(orphan).toBeGreaterThan(0)
    const next = new Zhagen(place, ['start'])
    expect(await health(await next.ready())).toMatchObject({ status: 'ok' })
    expect(place.postgresPid()).toBe(orphan)
    expect((await next.stop()).code).toBe(0)
    expect(place.postgresPid()).toBeUndefined()
  })

  test('after kill -9 of everything a start recovers', async () => {
    const killed = new Zhagen(place, ['start'])
    await killed.ready()
    const postgres = place.postgresPid() as number
    await killed.killServer(place)
    process.kill(postgres, 'SIGKILL')
    const next = new Zhagen(place, ['start'])
    expect(await health(await next.ready())).toMatchObject({ status: 'ok' })
    expect((await next.stop()).code).toBe(0)
  })

  test('a server killed in the middle of a cascade goes on where it was: every union has the directive once', async () => {
    const first = new Zhagen(place, ['start'])
    const address = await first.ready()
    const own = (sql: string) => ask(describeEmbedded(place.data)?.databaseUrl ?? '', sql)
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
    writeFileSync(password, `${officePasswords[0]}\n`, { mode: 0o600 })
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
    await second.ready()
    while (!(await delivered()).done) await new Promise((resolve) => setTimeout(resolve, 50))
    const whole = await delivered()
    expect(whole.all_of).toBeGreaterThan(unions)
    expect(whole).toMatchObject({ briefs: whole.all_of, units: whole.all_of, events: whole.all_of })
    await second.stop()
    expect((await zhagen(place, ['ledger', 'verify'])).code).toBe(0)
  }, 120_000)
})

async function health(address: string): Promise<unknown> {
  return (await fetch(`${address}/health`)).json()
}
