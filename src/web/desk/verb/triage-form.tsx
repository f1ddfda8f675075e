import { useQuery } from '@tanstack/react-query'
import type { Difficulty, Urgency } from '../../../domain/topic.ts'
import { Choices } from '../../kit/choices.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useDraft } from '../api/draft.ts'
import { leadsQuery } from '../api/view.ts'
import { type Names, useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { VerbForm } from './verb-form.tsx'
import type { FormProps } from './verbs.tsx'

/** What it is about, how urgent, how hard, and who leads. The rules propose, a person decides. */
export function TriageForm(props: FormProps) {
  const { say } = useSpeech()
  const names = useNames()
  const { row } = props
  const leads = useQuery(leadsQuery(row.id))
  const draft = useDraft(`${row.id} demand.triage`, {
    topic: null as string | null,
    nature: null as string | null,
    urgency: row.urgency,
    difficulty: row.difficulty,
    lead: null as string | null,
    section: null as string | null,
  })
  const { topic, nature, urgency, difficulty, lead, section } = draft.value
  const units = leads.data?.rows ?? []
  const sections = units.find((each) => String(each.unit.id) === lead)?.sections ?? []
  const options = (list: string) => names.list(list).map(({ code, name }) => ({ id: code, name }))
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
      <Picker
        label={say('triage.topic')}
        hint={say('triage.topicHint')}
        sections={topicSections(names)}
        value={topic}
        onChange={(id) => draft.change({ topic: id })}
        nothing={say('picker.nothing')}
      />
      <Choices
        label={say('triage.nature')}
        choices={options('nature')}
        value={nature}
        onChange={(id) => draft.change({ nature: id })}
      />
      <div className="form-pair">
        <Choices
          label={say('triage.urgency')}
          choices={(['P0', 'P1', 'P2'] as const satisfies readonly Urgency[]).map((id) => ({
            id,
            name: say(`urgency.${id}`),
          }))}
          value={urgency}
          onChange={(id) => draft.change({ urgency: id })}
        />
        <Choices
          label={say('triage.difficulty')}
          choices={(['plain', 'hard', 'complex'] as const satisfies readonly Difficulty[]).map((id) => ({
            id,
            name: say(`difficulty.${id}`),
          }))}
          value={difficulty}
          onChange={(id) => draft.change({ difficulty: id })}
        />
      </div>
      <Picker
        label={say('triage.lead')}
        hint={leads.isError ? say('triage.leadsFailed') : say('triage.leadHint')}
        sections={[
          {
            id: 'all',
            name: '',
            items: units.map((each) => ({
              id: String(each.unit.id),
              name: each.unit.name,
              note: each.staffed ? undefined : say('triage.notStaffed'),
              disabled: !each.staffed,
            })),
          },
        ]}
        value={lead}
        onChange={(id) => draft.change({ lead: id, section: null })}
        nothing={say('picker.nothing')}
      />
      {sections.length > 0 ? (
        <Choices
          label={say('triage.section')}
          hint={say('triage.sectionHint')}
          choices={[
            { id: '', name: say('triage.anySection') },
            ...sections.map((code) => ({ id: code, name: names.name('section', code) })),
          ]}
          value={section ?? ''}
          onChange={(id) => draft.change({ section: id || null })}
        />
      ) : null}
    </VerbForm>
  )
}

/** Two levels: letters as headings, leaves to choose from. */
function topicSections(names: Names) {
  return names.groups.map((group) => ({
    id: group.code,
    name: group.name,
    items: names.topics
      .filter((topic) => topic.parent?.code === group.code)
      .map((topic) => ({ id: topic.code, name: topic.name, note: group.name })),
  }))
}
