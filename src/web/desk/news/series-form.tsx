import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { newsMoved } from './queries.ts'

/** Opens a series. */
export function SeriesForm({ room }: { room: ViewAnswer<'newsroom'> }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [title, write] = useState('')
  const open = useCommand('series.open', 'series.open', {
    onAccepted: () => {
      write('')
      void newsMoved(queries)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() !== '') void open.submit(room.unit.realm, { unit: room.unit.id, title: title.trim() })
  }
  return (
    <details className="card">
      <summary>{say('news.series.open')}</summary>
      <form className="form" onSubmit={submit} noValidate>
        <TextInput label={say('news.series.title')} value={title} onChange={write} maxLength={200} />
        <OutcomeWords phase={open.phase} />
        <div className="form-end">
          <Button type="submit" pending={open.phase.is === 'sending'} disabled={title.trim() === ''}>
            {say('news.series.open')}
          </Button>
        </div>
      </form>
    </details>
  )
}
