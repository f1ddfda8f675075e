import { expect, it } from 'vitest'
import { SteppingClock } from '../../src/server/clock.ts'
import { buildServer, closeServer } from '../../src/server/http/server.ts'
import { startSite } from '../kit/server.ts'

const post = (at: unknown) => ({ method: 'POST' as const, url: '/api/clock', payload: { at } })

it('steps the clock of a story forward and never back, and of nothing else', async () => {
  const site = await startSite({ kind: 'test', at: new Date('2026-06-15T09:00:00+08:00') })
  try {
    for (const kind of ['real', 'demo', 'test', 'bench'] as const) {
      const app = await buildServer({ ...site.context, kind })
      expect((await app.inject(post('2026-06-16T09:00:00+08:00'))).statusCode).toBe(404)
      await closeServer(app)
    }
    expect(site.clock.now().toISOString().slice(0, 10)).toBe('2026-06-15')

    const story = await buildServer({ ...site.context, kind: 'story' })
    const forward = await story.inject(post('2026-06-19T10:00:00+08:00'))
    expect([forward.statusCode, forward.json()]).toEqual([200, { at: '2026-06-19T10:00:00+08:00' }])
    expect(site.clock.now().toISOString().slice(0, 16)).toBe('2026-06-19T02:00')
    const back = await story.inject(post('2026-06-19T09:59:00+08:00'))
    expect([back.statusCode, back.json()]).toMatchObject([422, { code: 'field.invalid', field: 'at' }])
    for (const wrong of [undefined, 'tomorrow', '2026-06-20T10:00', 7])
      expect((await story.inject(post(wrong))).statusCode).toBe(400)
    expect(site.clock.now().toISOString().slice(0, 16)).toBe('2026-06-19T02:00')
    await closeServer(story)

    // A story's database served by the ordinary start goes by the time of the machine: there is nothing to step.
    const served = await buildServer({
      ...site.context,
      kind: 'story',
      clock: { now: () => new SteppingClock(new Date(0)).now() },
    })
    expect((await served.inject(post('2026-06-20T10:00:00+08:00'))).statusCode).toBe(404)
    await closeServer(served)
  } finally {
    await site.close()
  }
})
