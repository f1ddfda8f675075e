import { statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ask } from '../kit/ask.ts'
import { emptyInstallation, Place, Zhagen, zhagen } from './zhagen-process.ts'

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
})

async function health(address: string): Promise<unknown> {
  return (await fetch(`${address}/health`)).json()
}
