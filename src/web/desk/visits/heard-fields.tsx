import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { EmployerPicker } from '../intake/employer-picker.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { TextKey } from '../text/zh.ts'
import type { Heard, Line, Mode } from './draft.ts'

/** Sentences under a code each: opinions under a theme, deeds under a kind. */
export function LineFields(props: {
  list: 'theme' | 'deed'
  title: TextKey
  rows: readonly Line[]
  onChange: (rows: readonly Line[]) => void
}) {
  const { say } = useSpeech()
  const names = useNames()
  const { list, title, rows, onChange } = props
  const change = (at: number, patch: Partial<Line>) =>
    onChange(rows.map((row, n) => (n === at ? { ...row, ...patch } : row)))
  return (
    <>
      {rows.map((row, at) => (
        <fieldset key={row.key} className="visit-row">
          <legend>{`${say(title)} ${at + 1}`}</legend>
          <TextInput label={say('visits.words')} long value={row.text} onChange={(text) => change(at, { text })} />
          <label className="field">
            <span>{say(`visits.${list}`)}</span>
            <select value={row.code} onChange={(event) => change(at, { code: event.target.value })}>
              <option value="">{say('visits.other')}</option>
              {names.list(list).map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="btn btn-plain" onClick={() => onChange(rows.filter((_, n) => n !== at))}>
            {say('visits.remove')}
          </button>
        </fieldset>
      ))}
    </>
  )
}

const modes: readonly Mode[] = ['confidential', 'named', 'anonymous']

/** A demand heard, with how much the worker lets be known; what is said before workmates is not confidential. */
export function DemandFields(props: {
  rows: readonly Heard[]
  /** Where the visit is; empty while none is chosen. */
  region: string
  onChange: (rows: readonly Heard[]) => void
}) {
  const { say } = useSpeech()
  const { rows, region, onChange } = props
  const change = (at: number, patch: Partial<Heard>) =>
    onChange(rows.map((row, n) => (n === at ? { ...row, ...patch } : row)))
  return (
    <>
      {rows.map((row, at) => (
        <fieldset key={row.key} className="visit-row">
          <legend>{`${say('visits.demand')} ${at + 1}`}</legend>
          <TextInput label={say('visits.words')} long value={row.text} onChange={(text) => change(at, { text })} />
          <Choices
            label={say('intake.mode')}
            hint={row.mode === 'named' ? say('visits.namedHint') : say('visits.afterwards')}
            choices={modes.map((mode) => ({ id: mode, name: say(`mode.${mode}`) }))}
            value={row.mode}
            onChange={(id) => change(at, { mode: modes.find((mode) => mode === id) ?? 'confidential' })}
          />
          <details>
            <summary>{say('visits.sent')}</summary>
            <EmployerPicker
              as="agency"
              region={region}
              value={row.agency ?? null}
              onChange={(agency) => change(at, { agency })}
            />
          </details>
          {row.mode === 'anonymous' ? (
            <p className="small">{say('visits.anonymousKept')}</p>
          ) : (
            <details>
              <summary>{say('visits.identity')}</summary>
              <TextInput label={say('identity.name')} value={row.name} onChange={(name) => change(at, { name })} />
              <TextInput
                label={say('identity.phone')}
                type="tel"
                inputMode="tel"
                value={row.phone}
                onChange={(phone) => change(at, { phone })}
              />
            </details>
          )}
          <button type="button" className="btn btn-plain" onClick={() => onChange(rows.filter((_, n) => n !== at))}>
            {say('visits.remove')}
          </button>
        </fieldset>
      ))}
    </>
  )
}
