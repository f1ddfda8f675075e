import path from 'node:path'
import { isId } from '../domain/id.ts'
import { importMost, newsCommands } from '../protocol/news-command.ts'
import { order } from '../server/account/open-account.ts'
import { parse } from '../server/http/api/parse.ts'
import { importHtml } from '../server/news/import-html.ts'
import { importMarkdown } from '../server/news/import-markdown.ts'
import { atDesk, need, unitOf } from './account-person.ts'
import { declaredEncoding, encodingOf, encodingOption, textOf } from './text-file.ts'
import { UsageError, type Verb, VerbFailure } from './verb.ts'

const readers: Readonly<Record<string, typeof importHtml>> = {
  ...{ '.html': importHtml, '.htm': importHtml, '.md': importMarkdown, '.markdown': importMarkdown },
}

/** `article import FILE`: the text of an HTML page or a Markdown file as a draft of a union's paper. */
export const verb: Verb = {
  name: 'article import',
  summary: 'bring an HTML or Markdown file as a draft into the news room',
  usage: 'article import FILE --unit UNIT --title TITLE',
  options: {
    unit: { type: 'string', value: 'UNIT', help: 'union whose paper it is: number, code or full name' },
    title: { type: 'string', value: 'TITLE', help: 'title of the article' },
    series: { type: 'string', value: 'ID', help: 'series of that union it is a part of' },
    ...encodingOption,
  },
  positionals: { min: 1, max: 1 },
  about: [
    'The file ends in .html, .htm, .md or .markdown. Its whole text comes in, and nothing but its text: pictures are put in',
    'at the desk. Author and source are the union until an editor writes others. It is a draft, marked as telling of nobody:',
    'an editor reads it, offers it, and another person releases it.',
    'With --json: {article, unit, blocks}.',
  ].join('\n'),
  async run(context) {
    const file = context.positionals[0] as string
    const read = readers[path.extname(file).toLowerCase()]
    if (!read) throw new UsageError(`${this.name}: ${file} ends in none of ${Object.keys(readers).join(', ')}`)
    const [named, title] = [need(context, this.name, 'unit'), need(context, this.name, 'title')]
    const series = context.text('series')
    if (series !== undefined && !isId(series)) throw new UsageError(`--series: ${series} is not the id of a series`)
    const blocks = read(await textOf(file, importMost, encodingOf(context) ?? (await declaredEncoding(file))))
    if (blocks.length === 0) throw new VerbFailure(`${file}: there is no text in it`)
    const made = await atDesk(context, this.name, async (desk, database) => {
      const unit = await unitOf(database, named)
      const printed = { author: unit.name, source: unit.name, topics: [], tells: 'nobody' }
      const asked = { unit: unit.id, title, blocks, ...printed, ...(series ? { series } : {}) }
      const body = parse(newsCommands['article.write'].body, asked, 'body')
      const { stream } = await order(desk, unit.realm, 'article.write', body)
      return { article: stream, unit: unit.name, blocks: blocks.length }
    })
    context.print(made, `draft ${made.article} of ${made.unit}: ${made.blocks} blocks`)
    return 0
  },
}
