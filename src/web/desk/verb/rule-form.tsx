import { useQuery } from '@tanstack/react-query'
import { useServerTime } from '../../kit/server-time.ts'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { precedentsQuery } from '../api/view.ts'
import { standingOf } from '../demand/standing.ts'
import { sayDay } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { Asked } from './asked.tsx'
import type { FormProps } from './form-props.ts'
import { LeadFields } from './lead-fields.tsx'
import { VerbForm } from './verb-form.tsx'

/** Who leads, for good: the objection, what was ruled before on the topic, and the union to name. */
export function RuleForm(props: FormProps) {
  const { say } = useSpeech()
  const { row, page } = props
  const draft = useDraft(`${row.id} order.rule`, {
    lead: null as string | null,
    section: null as string | null,
    text: '',
  })
  const { lead, section, text } = draft.value
  return (
    <VerbForm
      {...props}
      kind="order.rule"
      title={say('verb.order.rule')}
      act={say('act.order.rule')}
      clear={draft.clear}
      build={() => {
        if (!lead) return { missing: say('triage.leadMissing') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        return { demand: row.id, lead: Number(lead), text, ...(section ? { section } : {}) }
      }}
    >
      <Asked page={page} event={standingOf(page.timeline).objection} />
      {row.topic === null ? null : <Precedents topic={row.topic} />}
      <LeadFields
        demand={row.id}
        label={say('triage.lead')}
        hint={say('rule.leadHint')}
        lead={lead}
        section={section}
        onChange={draft.change}
      />
      <TextInput
        label={say('rule.text')}
        hint={say('rule.hint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}

/** Rulings of the topic: like cases alike. */
function Precedents({ topic }: { topic: string }) {
  const speech = useSpeech()
  const { say } = speech
  const names = useNames()
  const now = useServerTime()
  const { data } = useQuery(precedentsQuery(topic))
  if (!data) return null
  if (data.rows.length === 0) return <p className="small">{say('rule.noPrecedent')}</p>
  return (
    <details className="precedents" open>
      <summary>{say('rule.precedents', { n: data.rows.length })}</summary>
      <ul>
        {data.rows.map((each) => (
          <li key={`${each.at}${each.from.id}${each.to.id}`} className="small num">
            {say('rule.precedent', {
              at: sayDay(speech, each.at, now),
              from: each.from.name,
              reason: names.name('reason.objection', each.reason),
              to: each.to.name,
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
