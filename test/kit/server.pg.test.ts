import { expect, it } from 'vitest'
import { startSite } from './server.ts'

it('starts the whole site over a database of its own, by the clock it is given, and stops', async () => {
  const site = await startSite({ at: new Date('2026-06-18T09:00:00+08:00') })
  try {
    const answer = await fetch(`${site.url}/health`)
    expect(answer.status).toBe(200)
    const { rows } = await site.database.owner.query('select kind, created_at as at from installation')
    expect(rows).toEqual([{ kind: 'test', at: expect.any(Date) }])
    expect(rows[0].at.toISOString().slice(0, 10)).toBe('2026-06-18')
  } finally {
    await site.close()
  }
  await expect(fetch(`${site.url}/health`)).rejects.toThrow()
})
