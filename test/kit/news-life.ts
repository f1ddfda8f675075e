import { type Crew, plainLife } from './lives.ts'
import { agree, worker } from './paper.ts'
import type { PipelineFixture } from './pipeline.ts'

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
  return article
}
