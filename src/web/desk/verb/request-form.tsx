import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { standingOf } from '../demand/standing.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { Asked } from './asked.tsx'
import { ClassFields } from './class-fields.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

const requests = ['pause', 'extend', 'lower'] as const

/** Asks one level up: a pause with reason and end, an extension, or a lower class. Silence climbs; until then work goes on. */
export function RequestForm(props: FormProps) {
  const { say } = useSpeech()
  const names = useNames()
  const { row, page } = props
  const { extended } = standingOf(page.timeline)
  const draft = useDraft(`${row.id} request.ask`, {
    request: null as (typeof requests)[number] | null,
    reason: null as string | null,
    until: '',
    urgency: row.urgency,
    difficulty: row.difficulty,
    text: '',
  })
  const { request, reason, until, urgency, difficulty, text } = draft.value
  return (
    <VerbForm
      {...props}
      kind="request.ask"
      title={say('verb.request.ask')}
      act={say('act.request.ask')}
      clear={draft.clear}
      build={() => {
        if (!request) return { missing: say('form.choiceMissing') }
        if (!reason) return { missing: say('ask.reasonMissing') }
        if (request === 'pause' && !until) return { missing: say('ask.untilMissing') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        const asked = { demand: row.id, request, text }
        if (request === 'lower') return { ...asked, reason, urgency, difficulty }
        return { ...asked, reason, ...(request === 'pause' ? { until } : {}) }
      }}
    >
      <Choices
        label={say('ask.what')}
        choices={requests
          .filter((each) => each !== 'extend' || !extended)
          .map((each) => ({ id: each, name: say(`ask.${each}`) }))}
        value={request}
        onChange={(id) => draft.change({ request: requests.find((each) => each === id) ?? null, reason: null })}
      />
      {request ? (
        <Choices
          label={say('ask.reason')}
          hint={say(`ask.${request}Hint`)}
          choices={names.list(`reason.${request}`).map(({ code, name }) => ({ id: code, name }))}
          value={reason}
          onChange={(id) => draft.change({ reason: id })}
        />
      ) : null}
      {request === 'pause' ? (
        <TextInput
          label={say('ask.until')}
          type="date"
          value={until}
          onChange={(value) => draft.change({ until: value })}
        />
      ) : null}
      {request === 'lower' ? <ClassFields urgency={urgency} difficulty={difficulty} onChange={draft.change} /> : null}
      <TextInput
        label={say('ask.text')}
        hint={say('ask.toldHint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}

/** Grants or refuses what was asked; a refusal says why. */
export function DecideForm(props: FormProps) {
  const { say } = useSpeech()
  const { row, page } = props
  const draft = useDraft(`${row.id} request.decide`, { grant: null as string | null, text: '' })
  const { grant, text } = draft.value
  return (
    <VerbForm
      {...props}
      kind="request.decide"
      title={say('verb.request.decide')}
      act={say('act.request.decide')}
      clear={draft.clear}
      build={() => {
        if (!grant) return { missing: say('form.choiceMissing') }
        if (grant === 'no' && !text.trim()) return { missing: say('decide.whyMissing') }
        return { demand: row.id, grant: grant === 'yes', ...(text.trim() ? { text } : {}) }
      }}
    >
      <Asked page={page} event={standingOf(page.timeline).asked} />
      <Choices
        label={say('decide.grant')}
        choices={(['yes', 'no'] as const).map((id) => ({ id, name: say(`decide.${id}`) }))}
        value={grant}
        onChange={(id) => draft.change({ grant: id })}
      />
      <TextInput
        label={say('decide.text')}
        hint={say('decide.hint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}
