import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { standingOf } from '../demand/standing.ts'
import { useSpeech } from '../text/say.tsx'
import { Asked } from './asked.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

/** What the union understood, and what it can and cannot do: the worker answers *that is it* or *not quite*. */
export function UnderstandingForm(props: FormProps) {
  return <TextForm {...props} kind="understanding.write" />
}

/** Before the employer is gone to: when, to whom, with which words; the worker says yes or no. */
export function ApproachForm(props: FormProps) {
  return <TextForm {...props} kind="approach.propose" />
}

/** A message into the thread; two ways of it earn 面 by thread. */
export function MessageForm(props: FormProps) {
  return <TextForm {...props} kind="message.post" />
}

/** 上报: the level above must state an opinion in time. */
export function EscalateForm(props: FormProps) {
  return <TextForm {...props} kind="opinion.ask" />
}

/** What was done to protect a worker whom somebody troubled. */
export function ProtectionForm(props: FormProps) {
  return <TextForm {...props} kind="protection.answer" />
}

type TextKind = 'approach.propose' | 'understanding.write' | 'message.post' | 'opinion.ask' | 'protection.answer'

function TextForm(props: FormProps & { kind: TextKind }) {
  const { say } = useSpeech()
  const { kind, row, page } = props
  const draft = useDraft(`${row.id} ${kind}`, { text: '' })
  return (
    <VerbForm
      {...props}
      title={say(`verb.${kind}`)}
      act={say(`act.${kind}`)}
      clear={draft.clear}
      build={() =>
        draft.value.text.trim() ? { demand: row.id, text: draft.value.text } : { missing: say('form.textMissing') }
      }
    >
      {kind === 'protection.answer' ? <Asked page={page} event={standingOf(page.timeline).trouble} /> : null}
      <TextInput
        label={say(`text.${kind}`)}
        hint={say(`hint.${kind}`)}
        long
        value={draft.value.text}
        onChange={(text) => draft.change({ text })}
      />
    </VerbForm>
  )
}
