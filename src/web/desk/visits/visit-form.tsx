import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { serverTime } from '../../kit/server-time.ts'
import { TextInput } from '../../kit/text-input.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { TextKey } from '../text/zh.ts'
import { bodiesOf, emptyHeard, type VisitDraft } from './draft.ts'
import { DemandFields, LineFields } from './heard-fields.tsx'
import { SpotField } from './spot-field.tsx'
import type { Saving } from './use-saving.ts'

interface Props {
  readonly draft: VisitDraft
  readonly change: (patch: Partial<VisitDraft>) => void
  readonly unit: { readonly id: number; readonly realm: number }
  readonly saving: Saving
}

/** One visit in one go: where, how many, what was heard. Everything else is folded or has its usual answer. */
export function VisitForm({ draft, change, unit, saving }: Props) {
  const { say } = useSpeech()
  const names = useNames()
  const [missing, tell] = useState<TextKey | null>(null)
  const met = Number(draft.met.normalize('NFKC')) || 0
  const key = () =>
    String(Math.max(0, ...[...draft.opinions, ...draft.demands, ...draft.deeds].map((row) => Number(row.key))) + 1)
  const line = () => ({ key: key(), code: '', text: '' })
  const save = () => {
    const built = bodiesOf(draft, unit.id, serverTime())
    if ('missing' in built) return tell(built.missing)
    tell(null)
    saving.start(built, unit.realm)
  }
  return (
    <form
      className="visit-form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <section className="card">
        <SpotField value={draft.spot} onChange={(spot) => change({ spot })} />
      </section>
      <section className="card visit-met">
        <TextInput
          label={say('visits.met')}
          hint={say('visits.metHint')}
          inputMode="numeric"
          value={draft.met}
          onChange={(text) => change({ met: text })}
        />
        <div className="visit-steps">
          <Button label={say('visits.fewer')} onPress={() => change({ met: String(Math.max(0, met - 1)) })}>
            −
          </Button>
          <Button label={say('visits.more')} onPress={() => change({ met: String(met + 1) })}>
            ＋
          </Button>
        </div>
      </section>
      <section className="card visit-heard" aria-labelledby="visit-heard">
        <h2 id="visit-heard">{say('visits.heard')}</h2>
        <LineFields
          list="theme"
          title="visits.opinion"
          rows={draft.opinions}
          onChange={(opinions) => change({ opinions })}
        />
        <DemandFields
          rows={draft.demands}
          region={draft.spot?.region ?? ''}
          onChange={(demands) => change({ demands })}
        />
        <p className="small">{say('visits.card')}</p>
        <div className="visit-add">
          <Button onPress={() => change({ opinions: [...draft.opinions, line()] })}>{say('visits.addOpinion')}</Button>
          <Button onPress={() => change({ demands: [...draft.demands, emptyHeard(key(), draft.spot)] })}>
            {say('visits.addDemand')}
          </Button>
        </div>
      </section>
      <details className="card">
        <summary>{say('visits.moreParts')}</summary>
        <Choices
          label={say('visits.kind')}
          choices={names.list('visit.kind').map(({ code, name }) => ({ id: code, name }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        <TextInput
          label={say('visits.startedAt')}
          hint={say('visits.startedAtHint')}
          type="datetime-local"
          value={draft.startedAt}
          onChange={(startedAt) => change({ startedAt })}
        />
        <fieldset className="visit-row">
          <legend>{say('visits.explained')}</legend>
          {names.list('policy').map(({ code, name }) => (
            <label key={code} className="visit-tick">
              <input
                type="checkbox"
                checked={draft.explained.includes(code)}
                onChange={(event) =>
                  change({
                    explained: event.target.checked
                      ? [...draft.explained, code]
                      : draft.explained.filter((each) => each !== code),
                  })
                }
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        <LineFields list="deed" title="visits.deedDone" rows={draft.deeds} onChange={(deeds) => change({ deeds })} />
        <Button onPress={() => change({ deeds: [...draft.deeds, line()] })}>{say('visits.addDeed')}</Button>
        <TextInput label={say('visits.next')} value={draft.next} onChange={(next) => change({ next })} />
        {draft.next.trim() ? (
          <TextInput
            label={say('visits.nextOn')}
            type="date"
            value={draft.nextOn}
            onChange={(nextOn) => change({ nextOn })}
          />
        ) : null}
      </details>
      <p className="wrong" role="alert">
        {missing ? say(missing) : ''}
      </p>
      <div className="visit-foot">
        <Button kind="act" type="submit">
          {say('visits.save')}
        </Button>
      </div>
    </form>
  )
}
