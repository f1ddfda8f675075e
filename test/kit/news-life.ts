import { type Crew, plainLife } from './lives.ts'
import { agree, worker } from './paper.ts'
import type { PipelineFixture, Staff } from './pipeline.ts'

/** A series with one article of a worker who agreed, offered for release: a row in every projection of the news room. */
export async function newsLife(fixture: PipelineFixture, crew: Crew): Promise<string> {
  const editor = await fixture.staff('江湾区总工会', 'editor')
  const demand = await plainLife(fixture, crew)
  await fixture.accept(worker(demand), 'consent.give', { demand, ...agree })
  const { unit } = editor
  const { stream: series } = await fixture.accept(editor, 'series.open', { unit, title: '扎根群众', topic: 'roots' })
  const head = { title: '扎根群众', author: '江湾工会报', source: '江湾区总工会', topics: [], tells: 'worker', demand }
  const blocks = [{ kind: 'paragraph', text: '林师傅说，钱拿到了。', person: true }]
  const body = { unit, series, part: 1, ...head, blocks }
  const { stream: article } = await fixture.accept(editor, 'article.write', body)
  await fixture.accept(editor, 'article.offer', { article })
  await commentLife(fixture, editor, unit)
  return article
}

/** A comment under an article that tells of nobody. */
async function commentLife(fixture: PipelineFixture, editor: Staff, unit: number): Promise<void> {
  const head = { title: '门口的一张纸', author: '江湾工会报', source: '江湾区总工会', topics: [], tells: 'nobody' }
  const blocks = [{ kind: 'paragraph', text: '2012年的这张纸。' }]
  const { stream: article } = await fixture.accept(editor, 'article.write', { unit, ...head, blocks })
  await fixture.accept(editor, 'article.offer', { article })
  await fixture.accept(await fixture.staff('江湾区总工会', 'editor'), 'article.release', { article })
  if (!fixture.context.rules.news.comments.open) return
  await fixture.accept(editor, 'article.comments', { article, open: true })
  await fixture.accept({ kind: 'system' }, 'comment.write', { article, text: '写得实在。', phone: '13900000000' })
}
