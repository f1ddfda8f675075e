import type { ReactNode } from 'react'
import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useTextOf } from '../demand/opened.ts'
import { useSpeech } from '../text/say.tsx'
import type { TextKey } from '../text/zh.ts'
import { CallFirst } from './call-first.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

const ways = ['call', 'visit'] as const
const tryWays = ['call', 'sms', 'visit', 'thread'] as const
const satisfieds = ['satisfied', 'fairly', 'unsatisfied'] as const

/** The script of a callback, step by step, and the worker's answers as they were given. Nobody answers for the worker. */
export function CallbackForm(props: FormProps) {
  const { say } = useSpeech()
  const { row } = props
  const consultation = row.nature === 'consultation'
  const solveds = consultation ? (['clear', 'unsolved'] as const) : (['solved', 'partly', 'unsolved'] as const)
  const draft = useDraft(`${row.id} callback.record`, {
    way: 'call' as string,
    meant: null as string | null,
    contacted: null as string | null,
    solved: null as string | null,
    satisfied: null as string | null,
    text: '',
  })
  const { way, meant, contacted, solved, satisfied, text } = draft.value
  const said = (yes: TextKey, no: TextKey) => [
    { id: 'yes', name: say(yes) },
    { id: 'no', name: say(no) },
    { id: 'unasked', name: say('callback.unasked') },
  ]
  return (
    <VerbForm
      {...props}
      kind="callback.record"
      title={say('verb.callback.record')}
      act={say('act.callback.record')}
      clear={draft.clear}
      build={() => {
        const verdict = solveds.find((each) => each === solved)
        if (!verdict) return { missing: say('callback.solvedMissing') }
        const satisfaction = satisfieds.find((each) => each === satisfied)
        return {
          demand: row.id,
          way: way === 'visit' ? ('visit' as const) : ('call' as const),
          solved: verdict,
          ...(meant === 'yes' || meant === 'no' ? { meant: meant === 'yes' } : {}),
          ...(contacted === 'yes' || contacted === 'no' ? { contacted: contacted === 'yes' } : {}),
          ...(satisfaction ? { satisfied: satisfaction } : {}),
          ...(text.trim() ? { text } : {}),
        }
      }}
    >
      <ol className="script">
        <Step>
          <CallFirst demand={row.id} />
        </Step>
        <Step>
          <Choices
            label={say('callback.way')}
            choices={ways.map((id) => ({ id, name: say(`callback.way.${id}`) }))}
            value={way}
            onChange={(id) => draft.change({ way: id })}
          />
        </Step>
        <Step>
          <Choices
            label={say('callback.meant')}
            hint={useUnderstood(props) ?? say('callback.meantHint')}
            choices={said('callback.yes', 'callback.no')}
            value={meant}
            onChange={(id) => draft.change({ meant: id })}
          />
        </Step>
        <Step>
          <Choices
            label={say('callback.contacted')}
            choices={said('callback.someone', 'callback.nobody')}
            value={contacted}
            onChange={(id) => draft.change({ contacted: id })}
          />
        </Step>
        <Step>
          <Choices
            label={say(consultation ? 'callback.clear' : 'callback.solved')}
            choices={solveds.map((id) => ({ id, name: say(`outcome.${id}`) }))}
            value={solved}
            onChange={(id) => draft.change({ solved: id })}
          />
        </Step>
        <Step>
          <Choices
            label={say('callback.satisfied')}
            hint={say('callback.satisfiedHint')}
            choices={satisfieds.map((id) => ({ id, name: say(`satisfied.${id}`) }))}
            value={satisfied}
            onChange={(id) => draft.change({ satisfied: id })}
          />
        </Step>
        <Step>
          <TextInput
            label={say('callback.text')}
            hint={say('callback.textHint')}
            long
            value={text}
            onChange={(value) => draft.change({ text: value })}
          />
        </Step>
      </ol>
    </VerbForm>
  )
}

/** A try that reached nobody. Three on three days over two ways, then silence is *unknown*. */
export function CallbackTryForm(props: FormProps) {
  const { say } = useSpeech()
  const { row } = props
  const draft = useDraft(`${row.id} callback.try`, { way: null as string | null })
  const { way } = draft.value
  return (
    <VerbForm
      {...props}
      kind="callback.try"
      title={say('verb.callback.try')}
      act={say('act.callback.try')}
      clear={draft.clear}
      build={() => {
        const chosen = tryWays.find((each) => each === way)
        return chosen ? { demand: row.id, way: chosen } : { missing: say('form.choiceMissing') }
      }}
    >
      <Choices
        label={say('callback.tried')}
        hint={say('callback.triedHint')}
        choices={tryWays.map((id) => ({ id, name: say(`callback.way.${id}`) }))}
        value={way}
        onChange={(id) => draft.change({ way: id })}
      />
    </VerbForm>
  )
}

function Step({ children }: { children: ReactNode }) {
  return <li>{children}</li>
}

/** The last understanding the union wrote, where it was opened: it is what the caller reads out. */
function useUnderstood({ page }: FormProps): string | undefined {
  const textOf = useTextOf(page.demand.id)
  const written = page.timeline.findLast((each) => each.kind === 'UnderstandingWritten')
  return written && textOf(written)
}
