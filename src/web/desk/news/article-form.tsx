import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Block } from '../../../domain/article/block.ts'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { BlockRows } from './block-rows.tsx'
import { newsMoved } from './queries.ts'

type Page = ViewAnswer<'article'>
type Props = { readonly room: ViewAnswer<'newsroom'>; readonly page: Page | null; readonly close: () => void }

/** Blocks as they were written, without what the release put in. */
function blocksOf(page: Page | null): Block[] {
  if (!page) return [{ kind: 'paragraph', text: '' }]
  return page.blocks.map((block): Block => {
    if (block.kind === 'picture') {
      const { alt, image = '', person } = block
      return { kind: 'picture', alt, image, ...(person ? { person } : {}) }
    }
    if (block.kind !== 'figure') return block
    const { measure, cut, from, to, mode } = block
    return { kind: 'figure', measure, from, to, mode, ...(cut === null ? {} : { cut }) }
  })
}

const topicsMost = 5

/** Writes an article, writes it anew, or offers a correction of what is public. */
export function ArticleForm({ room, page, close }: Props) {
  const { say, language } = useSpeech()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [title, setTitle] = useState(page?.title ?? '')
  const [titleTells, setTitleTells] = useState(page?.titleTells ?? false)
  const [author, setAuthor] = useState(page?.author ?? '')
  const [source, setSource] = useState(page?.source ?? room.unit.name)
  const [series, setSeries] = useState(page?.series ?? '')
  const [part, setPart] = useState(String(page?.part ?? ''))
  const [topics, setTopics] = useState<readonly string[]>(page?.topics ?? [])
  const [demand, setDemand] = useState(page?.demand ?? '')
  const [tells, setTells] = useState<Page['tells']>(page?.tells ?? 'nobody')
  const [blocks, setBlocks] = useState<readonly Block[]>(() => blocksOf(page))
  const [note, setNote] = useState('')
  const correcting = page !== null && page.publicVersion !== null
  const done = (stream: string) => {
    void newsMoved(queries)
    close()
    if (!page) void navigate({ to: '/news/$article', params: { article: stream } })
  }
  const key = page?.article ?? 'new'
  const write = useCommand('article.write', `article.write ${key}`, {
    onAccepted: (sent) => done(String(sent.result.stream)),
  })
  const revise = useCommand('article.revise', `article.revise ${key}`, { onAccepted: () => done(key) })
  const correct = useCommand('article.correct', `article.correct ${key}`, { onAccepted: () => done(key) })
  const phase = [write, revise, correct].map((each) => each.phase).find(({ is }) => is !== 'idle') ?? write.phase
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const place = { ...(series ? { series } : {}), ...(Number(part) > 0 ? { part: Number(part) } : {}) }
    const whom = { tells, ...(tells === 'worker' && demand ? { demand } : {}), ...(titleTells ? { titleTells } : {}) }
    const filled = blocks.filter(
      (block) => block.kind === 'figure' || block.kind === 'picture' || block.text.trim() !== '',
    )
    const head = { title: title.trim(), author: author.trim(), source: source.trim(), topics: [...topics] }
    const text = { ...head, ...place, ...whom, blocks: filled }
    if (!page) void write.submit(room.unit.realm, { unit: room.unit.id, ...text })
    else if (correcting)
      void correct.submit(realmOfId(page.article), { article: page.article, ...text, note: note.trim() })
    else void revise.submit(realmOfId(page.article), { article: page.article, ...text })
  }
  const ready =
    title.trim() !== '' && author.trim() !== '' && source.trim() !== '' && (!correcting || note.trim() !== '')
  return (
    <form className="form card" aria-label={say('news.write')} onSubmit={submit} noValidate>
      <TextInput label={say('news.field.title')} value={title} onChange={setTitle} maxLength={200} />
      <div className="news-head">
        <TextInput label={say('news.field.author')} value={author} onChange={setAuthor} maxLength={200} />
        <TextInput label={say('news.field.source')} value={source} onChange={setSource} maxLength={200} />
        <Choose
          label={say('news.field.series')}
          value={series}
          choose={setSeries}
          options={room.series.map((one) => [one.series, one.title])}
          none={say('news.none')}
        />
        <TextInput label={say('news.field.part')} value={part} onChange={setPart} inputMode="numeric" />
      </div>
      <fieldset className="news-ticks">
        <legend>{say('news.field.topic')}</legend>
        {room.topics.map((each) => (
          <label key={each.code} className="news-tick">
            <input
              type="checkbox"
              checked={topics.includes(each.code)}
              disabled={!topics.includes(each.code) && topics.length >= topicsMost}
              onChange={(event) =>
                setTopics(event.target.checked ? [...topics, each.code] : topics.filter((code) => code !== each.code))
              }
            />
            {language === 'en' ? each.en : each.zh}
          </label>
        ))}
      </fieldset>
      <label className="news-tick">
        <input
          type="checkbox"
          checked={tells === 'worker'}
          onChange={(event) => setTells(event.target.checked ? 'worker' : 'nobody')}
        />
        {say('news.field.tells')}
      </label>
      {tells === 'worker' ? (
        <>
          <Choose
            label={say('news.field.demand')}
            value={demand}
            choose={setDemand}
            options={room.consents.map((one) => [one.demand, `${one.number} ${one.pseudonym}`])}
            none={say('news.field.demandNone')}
          />
          <p className="small">{say('news.field.demandHint')}</p>
          <label className="news-tick">
            <input type="checkbox" checked={titleTells} onChange={(event) => setTitleTells(event.target.checked)} />
            {say('news.field.titleTells')}
          </label>
        </>
      ) : null}
      <BlockRows blocks={blocks} change={setBlocks} worker={tells === 'worker'} measures={room.measures} />
      {correcting ? <TextInput label={say('news.field.note')} value={note} onChange={setNote} maxLength={200} /> : null}
      <OutcomeWords phase={phase} />
      <div className="form-end">
        <Button onPress={close}>{say('form.later')}</Button>
        <Button kind="act" type="submit" pending={phase.is === 'sending'} disabled={!ready}>
          {say(correcting ? 'news.correct' : 'news.save')}
        </Button>
      </div>
    </form>
  )
}

/** A choice out of a list. */
export function Choose(props: {
  readonly label: string
  readonly value: string
  readonly choose: (value: string) => void
  readonly options: readonly (readonly [string, string])[]
  readonly none?: string
}) {
  return (
    <label className="field">
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.choose(event.target.value)}>
        {props.none === undefined ? null : <option value="">{props.none}</option>}
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
