import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { mostSheetBytes } from '../../../protocol/sheet-command.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useCommand } from '../api/use-command.ts'
import { useMe } from '../frame/me.ts'
import { useSpeech } from '../text/say.tsx'
import type { TextKey } from '../text/zh.ts'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { sheetsMoved } from './queries.ts'

const empty = { title: '', from: '', askedOn: '', dueOn: '' }

/** A file from above: chosen or dropped on the field, with who asked for it. */
export function TakeForm() {
  const { say } = useSpeech()
  const me = useMe()
  const post = me.posts.find((each) => each.post === me.acting)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [file, choose] = useState<File | null>(null)
  const [words, write] = useState(empty)
  const [wrong, tell] = useState<TextKey | null>(null)
  const take = useCommand('sheet.take', 'sheet.take', {
    onAccepted: ({ result }) => {
      void sheetsMoved(queries)
      void navigate({ to: '/tables/$sheet', params: { sheet: String(result.stream) } })
    },
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const ready = file && post && words.title.trim() && words.from.trim() && words.askedOn
    const fault = !ready ? 'tables.missing' : file.size > mostSheetBytes ? 'tables.tooLarge' : null
    tell(fault)
    if (fault || !file || !post) return
    await take.submit(post.realm, {
      ...{ unit: post.unit.id, title: words.title.trim(), from: words.from.trim(), askedOn: words.askedOn },
      ...(words.dueOn ? { dueOn: words.dueOn } : {}),
      ...{ name: file.name.slice(-200), file: base64(new Uint8Array(await file.arrayBuffer())) },
    })
  }
  const field = (name: keyof typeof empty, label: TextKey, type: 'text' | 'date' = 'text') => (
    <TextInput
      label={say(label)}
      type={type}
      value={words[name]}
      onChange={(text) => write({ ...words, [name]: text })}
      maxLength={200}
    />
  )
  return (
    <form className="form card" aria-label={say('tables.take')} onSubmit={(event) => void submit(event)} noValidate>
      <h2>{say('tables.take')}</h2>
      <label className="table-file">
        <b>{say('tables.file')}</b>
        <span className="table-drop">
          <input type="file" accept=".xlsx,.csv" onChange={(event) => choose(event.target.files?.[0] ?? null)} />
          {file ? file.name : say('tables.drop')}
        </span>
        <span className="small">{say('tables.fileWhy')}</span>
      </label>
      {field('title', 'tables.name')}
      {field('from', 'tables.from')}
      <div className="form-pair">
        {field('askedOn', 'tables.askedOn', 'date')}
        {field('dueOn', 'tables.dueOn', 'date')}
      </div>
      <p className="wrong" role="alert">
        {wrong ? say(wrong) : ''}
      </p>
      <OutcomeWords phase={take.phase} />
      <div className="form-end">
        <Button kind="act" type="submit" pending={take.phase.is === 'sending'}>
          {say('tables.send')}
        </Button>
      </div>
    </form>
  )
}

/** In pieces: a call with two million arguments is none. */
function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
