import { useRef, useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { readChosen } from '../api/chosen-text.ts'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import type { TextKey } from '../text/zh.ts'
import { OutcomeWords } from '../verb/outcome-words.tsx'

type Class = ViewAnswer<'class'>['class']
type Fault = { readonly line: number; readonly column: string; readonly why: string }
type Booked = { readonly rows: number; readonly faults: number; readonly rejected: readonly Fault[] }

/** Attendance from a sheet: chosen as a file or pasted; every row that was not taken is named with its line. */
export function Sheet({ one, again }: { one: Class; again: () => void }) {
  const { say, sayOr } = useSpeech()
  const [text, type] = useState('')
  const [booked, tell] = useState<Booked | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const send = useCommand('class.attend-import', `class.attend-import ${one.id}`, {
    oneClick: true,
    onAccepted: ({ result }) => {
      tell(result as unknown as Booked)
      type('')
      again()
    },
  })
  const { phase } = send
  const refused = phase.is === 'refused' ? String(phase.params.list ?? '') : ''
  const faults = refused === '' ? (booked?.rejected ?? []) : faultsOf(refused)
  return (
    <section className="form card" aria-label={say('training.sheet')}>
      <h2>{say('training.sheet')}</h2>
      <p className="small">{say('training.sheetHint')}</p>
      <div className="training-acts">
        <Button onPress={() => file.current?.click()}>{say('training.sheetFile')}</Button>
      </div>
      <input
        ref={file}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        hidden
        aria-label={say('training.sheetFile')}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) void readChosen(chosen).then(type)
          target.value = ''
        }}
      />
      <TextInput long label={say('training.sheetText')} value={text} onChange={type} />
      <OutcomeWords phase={phase} />
      <p role="status" className="training-said">
        {booked && phase.is === 'idle'
          ? say('training.sheetBooked', { n: booked.rows - booked.faults, of: booked.rows })
          : ''}
      </p>
      <ul>
        {faults.map(({ line, column, why }) => (
          <li key={line}>
            {say('training.sheetFault', {
              line,
              column: say(`training.column.${column}` as TextKey),
              why: sayOr(`training.fault.${why}`, 'training.fault.unknown', {}),
            })}
          </li>
        ))}
      </ul>
      <div className="form-end">
        <Button
          kind="act"
          disabled={text.trim() === ''}
          pending={phase.is === 'sending'}
          onPress={() => void send.submit(one.realm, { class: one.id, text })}
        >
          {say('training.sheetSend')}
        </Button>
      </div>
    </section>
  )
}

function faultsOf(list: string): readonly Fault[] {
  return list.split('; ').flatMap((each) => {
    const [line, column = '', why = ''] = each.split(' ')
    return why === '' ? [] : [{ line: Number(line), column, why }]
  })
}
