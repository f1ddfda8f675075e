import { useState } from 'react'
import type { Block } from '../../../domain/article/block.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useSpeech } from '../text/say.tsx'
import { Choose } from './article-form.tsx'
import { ImportRow } from './import-row.tsx'
import { Picture, PictureRow } from './picture.tsx'

const kinds = ['paragraph', 'heading', 'quote', 'item'] as const
type Kind = (typeof kinds)[number]
type Props = {
  readonly blocks: readonly Block[]
  readonly change: (blocks: readonly Block[]) => void
  readonly worker: boolean
  readonly measures: ViewAnswer<'newsroom'>['measures']
}

/** The blocks of a text, one below the other; a whole text can be pasted and becomes a paragraph a line. */
export function BlockRows({ blocks, change, worker, measures }: Props) {
  const { say } = useSpeech()
  const [pasted, paste] = useState('')
  const put = (at: number, block: Block) => change(blocks.with(at, block))
  const bring = (more: readonly Block[]) =>
    change([...blocks.filter((block) => !('text' in block) || block.text.trim() !== ''), ...more])
  const split = () => {
    const lines = pasted.split(/\r?\n/).filter((line) => line.trim() !== '')
    bring(lines.map((text): Block => ({ kind: 'paragraph', text })))
    paste('')
  }
  return (
    <fieldset className="news-blocks">
      <legend>{say('news.blocks')}</legend>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place; none is moved, only put behind or taken out
        <div key={at} className="news-block">
          {'text' in block ? (
            <>
              <Choose
                label={say('news.block.kind')}
                value={block.kind}
                choose={(kind) => put(at, { ...block, kind: kind as Kind })}
                options={kinds.map((kind) => [kind, say(`news.block.${kind}`)])}
              />
              <TextInput
                long
                label={say('news.block.text', { n: at + 1 })}
                value={block.text}
                onChange={(text) => put(at, { ...block, text })}
              />
            </>
          ) : block.kind === 'picture' ? (
            <Picture image={block.image} alt={block.alt} />
          ) : (
            <FigureWords block={block} measures={measures} />
          )}
          {worker && block.kind !== 'figure' ? (
            <label className="news-tick">
              <input
                type="checkbox"
                checked={block.person === true}
                onChange={(event) => put(at, { ...block, person: event.target.checked })}
              />
              {say('news.block.person')}
            </label>
          ) : null}
          <Button onPress={() => change(blocks.toSpliced(at, 1))}>{say('news.block.remove', { n: at + 1 })}</Button>
        </div>
      ))}
      <div className="form-end">
        <Button onPress={() => change([...blocks, { kind: 'paragraph', text: '' }])}>{say('news.block.add')}</Button>
      </div>
      <details>
        <summary>{say('news.paste')}</summary>
        <TextInput long label={say('news.paste.text')} value={pasted} onChange={paste} />
        <Button onPress={split} disabled={pasted.trim() === ''}>
          {say('news.paste.do')}
        </Button>
      </details>
      <ImportRow add={bring} />
      <PictureRow add={(block) => change([...blocks, block])} />
      <FigureRow measures={measures} add={(block) => change([...blocks, block])} />
    </fieldset>
  )
}

function FigureRow({ measures, add }: { measures: Props['measures']; add: (block: Block) => void }) {
  const { say, language } = useSpeech()
  const [measure, choose] = useState(measures[0]?.code ?? '')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [mode, setMode] = useState<'live' | 'frozen'>('frozen')
  const month = /^20\d\d-(0[1-9]|1[0-2])$/
  const ready = month.test(from) && month.test(to)
  return (
    <details>
      <summary>{say('news.figure')}</summary>
      <div className="news-head">
        <Choose
          label={say('news.figure.measure')}
          value={measure}
          choose={choose}
          options={measures.map((each) => [each.code, language === 'en' ? each.en : each.zh])}
        />
        <TextInput label={say('news.figure.from')} value={from} onChange={setFrom} maxLength={7} />
        <TextInput label={say('news.figure.to')} value={to} onChange={setTo} maxLength={7} />
        <Choose
          label={say('news.figure.mode')}
          value={mode}
          choose={(value) => setMode(value === 'live' ? 'live' : 'frozen')}
          options={(['frozen', 'live'] as const).map((each) => [each, say(`news.figure.${each}`)])}
        />
      </div>
      <Button onPress={() => add({ kind: 'figure', measure, from, to, mode })} disabled={!ready}>
        {say('news.figure.add')}
      </Button>
    </details>
  )
}

function FigureWords({ block, measures }: { block: Extract<Block, { kind: 'figure' }>; measures: Props['measures'] }) {
  const { say, language } = useSpeech()
  const measure = measures.find(({ code }) => code === block.measure)
  const name = (language === 'en' ? measure?.en : measure?.zh) ?? block.measure
  const months = block.from === block.to ? block.from : `${block.from} – ${block.to}`
  return <p>{`${name} · ${months} · ${say(`news.figure.${block.mode}`)}`}</p>
}
