import { expect, test } from 'vitest'
import { life, ofWorker, plain, second, stranger, text, writer } from './article.fixture.ts'
import type { Block } from './block.ts'
import { statusOf } from './state.ts'

const article = 'a'
/** One point, as small as a PNG can be. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const consent = { name: true, picture: false }
const offered = (blocks = plain, more: object = {}) => {
  const one = life()
  one.send(writer, { kind: 'article.write', unit: 1, ...text(blocks, more) })
  one.send(writer, { kind: 'article.offer', article })
  return one
}
const told = () => {
  const one = offered(ofWorker, { tells: 'worker', demand: 'd' })
  one.send(second, { kind: 'article.release', article }, { consent })
  return one
}

test('a draft is offered and released by another person', () => {
  const one = offered()
  expect(statusOf(one.state)).toBe('offered')
  expect(one.send(writer, { kind: 'article.release', article })).toBe('article.own')
  expect(one.send(second, { kind: 'article.release', article })).toBe('ArticleReleased')
  expect(one.state.public).toMatchObject({ version: 1, note: null })
  expect(statusOf(one.state)).toBe('released')
})

test('who revised it wrote it too, and what is revised is offered anew', () => {
  const one = offered()
  expect(one.send(second, { kind: 'article.revise', article, ...text() })).toBe('ArticleRevised')
  expect(one.send(writer, { kind: 'article.release', article })).toBe('article.not-offered')
  one.send(writer, { kind: 'article.offer', article })
  expect(one.send(second, { kind: 'article.release', article })).toBe('article.own')
  expect(one.send(writer, { kind: 'article.release', article })).toBe('article.own')
})

test('a worker is told about only with a consent in force', () => {
  const one = offered(ofWorker, { tells: 'worker', demand: 'd' })
  expect(one.send(second, { kind: 'article.release', article })).toBe('consent.missing')
  expect(one.send(second, { kind: 'article.release', article }, { consent })).toBe('ArticleReleased')
})

test('a name needs its own yes, and stands only where it goes with the consent', () => {
  const both = { name: true, picture: true }
  const release = (named: readonly number[], more: object = {}, name = true) => {
    const one = offered(ofWorker, { tells: 'worker', demand: 'd', ...more })
    return one.send(second, { kind: 'article.release', article }, { consent: { ...both, name }, named })
  }
  expect(release([1])).toBe('ArticleReleased')
  expect(release([1], {}, false)).toBe('consent.name')
  expect(release([0, 1])).toBe('article.unmarked')
  expect(release([-1])).toBe('article.unmarked')
  expect(release([-1], { titleTells: true })).toBe('ArticleReleased')
})

test('what looks like a name is pointed out and needs no answer; everything else does', () => {
  const found = (kind: 'person-name' | 'count') => [{ id: `0.${kind}.0`, kind, block: 0, from: 0, to: 2 }]
  expect(offered().send(second, { kind: 'article.release', article }, { findings: found('count') })).toBe(
    'article.findings',
  )
  expect(offered().send(second, { kind: 'article.release', article }, { findings: found('person-name') })).toBe(
    'ArticleReleased',
  )
})

test('a face needs its own yes', () => {
  const face: Block = { kind: 'picture', image: png, alt: '林师傅在车间', person: true }
  const one = offered([...plain, face], { tells: 'worker', demand: 'd' })
  expect(one.send(second, { kind: 'article.release', article }, { consent })).toBe('consent.picture')
  const both = { consent: { name: true, picture: true } }
  expect(one.send(second, { kind: 'article.release', article }, both)).toBe('ArticleReleased')
})

test('a picture is kept without what is written beside it, and what is no picture is refused', () => {
  const blocks = (image: string): Block[] => [...plain, { kind: 'picture', image, alt: '车间' }]
  const one = life()
  expect(one.send(writer, { kind: 'article.write', unit: 1, ...text(blocks('iVBORw0KGgo=')) })).toBe('article.picture')
  // The same picture with a comment behind it.
  const beside = btoa(`${atob(png)}GPS 31.2`)
  expect(one.send(writer, { kind: 'article.write', unit: 1, ...text(blocks(beside)) })).toBe('ArticleWritten')
  expect(one.words.blocks[1]).toMatchObject({ image: png })
})

test('what is marked as a worker’s makes an article one that tells of a worker', () => {
  const one = life()
  expect(one.send(writer, { kind: 'article.write', unit: 1, ...text(ofWorker) })).toBe('article.whose')
  expect(one.send(writer, { kind: 'article.write', unit: 1, ...text(plain, { titleTells: true }) })).toBe(
    'article.whose',
  )
})

test('everything the check found is answered before a release', () => {
  const findings = [{ id: '0.mobile.3', kind: 'mobile', block: 0, from: 3, to: 14 }] as const
  const one = offered()
  expect(one.send(second, { kind: 'article.release', article }, { findings })).toBe('article.findings')
  const other = [{ finding: '1.mobile.3', answer: 'public' }] as const
  expect(one.send(second, { kind: 'article.release', article, answers: other }, { findings })).toBe('article.findings')
  const answers = [{ finding: '0.mobile.3', answer: 'public' }] as const
  expect(one.send(second, { kind: 'article.release', article, answers }, { findings })).toBe('ArticleReleased')
})

test('a consent taken back leaves a new version without the worker', () => {
  const one = told()
  expect(one.send({ kind: 'system' }, { kind: 'article.take-back', article }, { consent })).toBe('consent.in-force')
  expect(one.send({ kind: 'system' }, { kind: 'article.take-back', article })).toBe('PersonTakenOut')
  expect(one.state.public).toMatchObject({ version: 2, note: 'person' })
  expect(one.words.blocks).toEqual(plain)
  expect(one.send({ kind: 'system' }, { kind: 'article.take-back', article })).toBe('article.tells-nobody')
})

test('where everything is about the worker, all of it goes; likewise where nobody can read it any more', () => {
  const one = offered(
    [
      { kind: 'heading', text: '林师傅' },
      { kind: 'paragraph', text: '他说', person: true },
    ],
    {
      tells: 'worker',
      demand: 'd',
    },
  )
  one.send(second, { kind: 'article.release', article }, { consent })
  expect(one.send({ kind: 'system' }, { kind: 'article.take-back', article })).toBe('ArticleWithdrawn')
  expect(statusOf(one.state)).toBe('withdrawn')
  expect(told().send({ kind: 'system' }, { kind: 'article.take-back', article }, { words: null })).toBe(
    'ArticleWithdrawn',
  )
})

test('a title that tells of the worker goes with them', () => {
  const one = offered(ofWorker, { tells: 'worker', demand: 'd', titleTells: true })
  one.send(second, { kind: 'article.release', article }, { consent })
  one.send({ kind: 'system' }, { kind: 'article.take-back', article })
  expect(one.words.title).toBe('')
})

test('one person takes it off at once, the whole or the worker in it', () => {
  const one = told()
  const off = { kind: 'article.withdraw', article, reason: 'harm' } as const
  expect(one.send(writer, { ...off, what: 'person' })).toBe('PersonTakenOut')
  expect(one.send(writer, { ...off, what: 'person' })).toBe('article.tells-nobody')
  expect(one.send(writer, { ...off, what: 'whole' })).toBe('ArticleWithdrawn')
  expect(one.send(writer, { ...off, what: 'whole' })).toBe('article.withdrawn')
})

test('what is public is corrected with a note, by two persons, and stays as it is until then', () => {
  const one = offered()
  one.send(second, { kind: 'article.release', article })
  expect(one.send(writer, { kind: 'article.revise', article, ...text() })).toBe('article.correct-it')
  const better = { kind: 'article.correct', article, ...text(), title: '扎根', note: '改一个字' } as const
  expect(one.send(writer, better)).toBe('ArticleCorrected')
  expect(one.state.public?.version).toBe(1)
  expect(one.send(writer, { kind: 'article.release', article })).toBe('article.own')
  expect(one.send(second, { kind: 'article.release', article })).toBe('ArticleReleased')
  expect(one.state.public).toMatchObject({ version: 2, note: 'corrected' })
  expect(one.words).toMatchObject({ title: '扎根', note: '改一个字' })
})

test('another union’s paper reads as not there', () => {
  expect(offered().send(stranger, { kind: 'article.release', article })).toBe('article.unknown')
  expect(life().send(stranger, { kind: 'article.write', unit: 1, ...text() })).toBe('unit.unknown')
  const handler = { ...writer, role: 'handler' } as typeof writer
  expect(offered().send(handler, { kind: 'article.release', article })).toBe('not-allowed')
})

test('an article without words, of an unknown series, topic or measure is none', () => {
  const write = (more: object, facts = {}) =>
    life().send(writer, { kind: 'article.write', unit: 1, ...text(plain, more) }, facts)
  expect(write({ blocks: [{ kind: 'heading', text: '题' }] })).toBe('article.empty')
  expect(write({}, { seriesKnown: false })).toBe('series.unknown')
  expect(write({}, { topicUnknown: 'x' })).toBe('news-topic.unknown')
  expect(write({}, { measureUnknown: 'x' })).toBe('measure.unknown')
})

test('frozen figures are put into what is released', () => {
  const figure = { kind: 'figure', measure: 'heard', from: '2026-01', to: '2026-06', mode: 'frozen' } as const
  const one = offered([...plain, figure])
  one.send(second, { kind: 'article.release', article }, { frozen: { 1: { n: 12, on: '2026-06-15' } } })
  expect(one.words.blocks[1]).toMatchObject({ value: { n: 12, on: '2026-06-15' } })
})
