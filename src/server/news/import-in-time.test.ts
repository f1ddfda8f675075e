import { expect, test } from 'vitest'
import { importInTime } from './import-in-time.ts'

test('a page is read in a thread of its own, with every character', async () => {
  const text = '<h2>到车间去</h2><p>2012年的第一天</p>'
  expect(await importInTime({ form: 'html', text })).toEqual([
    { kind: 'heading', text: '到车间去' },
    { kind: 'paragraph', text: '2012年的第一天' },
  ])
  expect(await importInTime({ form: 'markdown', text: '# 到车间去\n\n2012年' })).toHaveLength(2)
})

test('what is written to take minutes is given up, and nothing else waits for it', async () => {
  let ticks = 0
  const ticking = setInterval(() => {
    ticks += 1
  }, 20)
  const hard = { form: 'markdown', text: 'a*'.repeat(100_000) } as const
  const reading = importInTime(hard, 1_000)
  // One at a time: a second of them would take the other core.
  expect(await importInTime(hard)).toBeNull()
  expect(await reading).toBeNull()
  clearInterval(ticking)
  expect(ticks).toBeGreaterThan(15)
  expect(await importInTime({ form: 'markdown', text: '又能读了' })).toHaveLength(1)
})
