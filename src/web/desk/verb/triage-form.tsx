import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Choices } from '../../kit/choices.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { useDraft } from '../api/draft.ts'
import { duesQuery, leadsQuery } from '../api/view.ts'
import { useOwnUnit } from '../frame/me.ts'
import { sayInstant } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { ClassFields } from './class-fields.tsx'
import type { FormProps } from './form-props.ts'
import { LeadFields } from './lead-fields.tsx'
import { propose } from './proposal.ts'
import { TopicPicker } from './topic-picker.tsx'
import { VerbForm } from './verb-form.tsx'

/** What it is about, how urgent, how hard, and who leads. The rules propose, a person decides. */
export function TriageForm(props: FormProps) {
  const { say } = useSpeech()
  const names = useNames()
  const { row } = props
  const leads = useQuery(leadsQuery(row.id)).data?.rows
  const draft = useDraft(`${row.id} demand.triage`, {
    topic: null as string | null,
    nature: null as string | null,
    urgency: row.urgency,
    difficulty: row.difficulty,
    lead: null as string | null,
    section: null as string | null,
  })
  const { topic, nature, urgency, difficulty, lead, section } = draft.value
  const ownUnit = useOwnUnit() ?? null
  const early = useRef(false)
  const choose = (code: string | null) => {
    early.current = leads === undefined
    const leaf = code === null ? null : names.topic(code)
    const proposed = leaf ? propose(leaf, row, { groupFrom: names.groupFrom, leads: leads ?? [], ownUnit }) : {}
    draft.change({ topic: code, ...proposed })
  }
  // A topic chosen before the unions were known, on a slow line, gets its proposal when they are.
  useEffect(() => {
    if (leads && early.current) choose(topic)
  })
  return (
    <VerbForm
      {...props}
      kind="demand.triage"
      title={say('verb.demand.triage')}
      act={say('act.demand.triage')}
      clear={draft.clear}
      build={() => {
        if (!topic) return { missing: say('triage.topicMissing') }
        if (!nature) return { missing: say('triage.natureMissing') }
        if (!lead) return { missing: say('triage.leadMissing') }
        const body = { demand: row.id, topic, nature, urgency, difficulty, lead: Number(lead) }
        return section ? { ...body, section } : body
      }}
    >
      <TopicPicker value={topic} onChange={choose} />
      <Choices
        label={say('triage.nature')}
        choices={names.list('nature').map(({ code, name }) => ({ id: code, name }))}
        value={nature}
        onChange={(id) => draft.change({ nature: id })}
      />
      <ClassFields urgency={urgency} difficulty={difficulty} onChange={draft.change} />
      <DuePreview {...{ row, urgency, difficulty, nature }} />
      <LeadFields
        demand={row.id}
        label={say('triage.lead')}
        hint={say('triage.leadHint')}
        lead={lead}
        section={section}
        onChange={draft.change}
      />
    </VerbForm>
  )
}

interface Previewed {
  readonly row: FormProps['row']
  readonly urgency: string
  readonly difficulty: string
  readonly nature: string | null
}

/** What this class would mean, as the server counts it: nobody decides a limit in the dark. */
function DuePreview({ row, urgency, difficulty, nature }: Previewed) {
  const speech = useSpeech()
  const now = useServerTime()
  const { data } = useQuery(duesQuery({ demand: row.id, urgency, difficulty, ...(nature ? { nature } : {}) }))
  const at = (iso: string) => sayInstant(speech, iso, now)
  return (
    <p className="preview" role="status">
      {data
        ? speech.say('triage.preview', { contact: at(data.contactDueAt), due: at(data.dueAt) })
        : speech.say('triage.previewing')}
    </p>
  )
}
