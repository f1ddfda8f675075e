import { Choices } from '../../kit/choices.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { type Joint, jointsFor, standingOf } from '../demand/standing.ts'
import { useOwnUnit } from '../frame/me.ts'
import { sayInstant } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { FormProps } from './form-props.ts'
import { LeadFields } from './lead-fields.tsx'
import { VerbForm } from './verb-form.tsx'

/** Asks another union or an outside department to join in. */
export function JointForm(props: FormProps) {
  const { say } = useSpeech()
  const names = useNames()
  const { row } = props
  const draft = useDraft(`${row.id} joint.order`, {
    who: 'unit' as 'unit' | 'department',
    lead: null as string | null,
    section: null as string | null,
    department: null as string | null,
    text: '',
  })
  const { who, lead, section, department, text } = draft.value
  return (
    <VerbForm
      {...props}
      kind="joint.order"
      title={say('verb.joint.order')}
      act={say('act.joint.order')}
      clear={draft.clear}
      build={() => {
        if (who === 'unit' ? !lead : !department) return { missing: say('joint.whoMissing') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        if (who === 'department' && department) return { demand: row.id, department, text }
        return { demand: row.id, unit: Number(lead), text, ...(section ? { section } : {}) }
      }}
    >
      <Choices
        label={say('joint.who')}
        choices={(['unit', 'department'] as const).map((id) => ({ id, name: say(`joint.who.${id}`) }))}
        value={who}
        onChange={(id) => draft.change({ who: id === 'department' ? 'department' : 'unit' })}
      />
      {who === 'unit' ? (
        <LeadFields
          demand={row.id}
          label={say('joint.unit')}
          hint={say('joint.unitHint')}
          lead={lead}
          section={section}
          onChange={draft.change}
        />
      ) : (
        <Picker
          label={say('joint.department')}
          hint={say('joint.departmentHint')}
          sections={[
            { id: 'all', name: '', items: names.list('department').map(({ code, name }) => ({ id: code, name })) },
          ]}
          value={department}
          onChange={(id) => draft.change({ department: id })}
          nothing={say('picker.nothing')}
        />
      )}
      <TextInput
        label={say('joint.ask')}
        hint={say('joint.askHint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}

/** Answers the lead in time, or states why it cannot be done; what a department said is written down by the lead. */
export function JointAnswerForm(props: FormProps) {
  const speech = useSpeech()
  const { say } = speech
  const names = useNames()
  const now = useServerTime()
  const { row, page } = props
  const open = jointsFor(standingOf(page.timeline).joints, useOwnUnit())
  const first = open.length === 1 ? String(open[0]?.n) : null
  const draft = useDraft(`${row.id} joint.answer`, {
    n: null as string | null,
    unable: null as string | null,
    text: '',
  })
  const { unable, text } = draft.value
  const n = draft.value.n ?? first
  const chosen = open.find((joint) => String(joint.n) === n)
  // A department has no account: the lead writes down what it said, and answers nobody.
  const heard = chosen !== undefined && chosen.department !== null
  const nameOf = (joint: Joint) =>
    joint.department
      ? names.name('department', joint.department)
      : (page.units.find((each) => each.id === joint.unit)?.name ?? say('event.someUnit'))
  return (
    <VerbForm
      {...props}
      kind="joint.answer"
      title={say('verb.joint.answer')}
      act={say(heard ? 'joint.hear' : 'act.joint.answer')}
      clear={draft.clear}
      build={() => {
        if (!n || !unable) return { missing: say('form.choiceMissing') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        return { demand: row.id, n: Number(n), unable: unable === 'unable', text }
      }}
    >
      <Choices
        label={say('joint.which')}
        tall
        choices={open.map((joint) => ({
          id: String(joint.n),
          name: nameOf(joint),
          note: say('joint.by', { at: sayInstant(speech, joint.dueAt, now) }),
        }))}
        value={n}
        onChange={(id) => draft.change({ n: id })}
      />
      <Choices
        label={say('joint.can')}
        choices={(['done', 'unable'] as const).map((id) => ({ id, name: say(`joint.can.${id}`) }))}
        value={unable}
        onChange={(id) => draft.change({ unable: id })}
      />
      <TextInput
        label={say(heard ? 'joint.heard' : 'joint.answer')}
        hint={say(heard ? 'joint.heardHint' : 'joint.answerHint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}
