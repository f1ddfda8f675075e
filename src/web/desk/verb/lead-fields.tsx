import { useQuery } from '@tanstack/react-query'
import { Choices } from '../../kit/choices.tsx'
import { Picker } from '../../kit/picker.tsx'
import { leadsQuery } from '../api/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'

interface Props {
  readonly demand: string
  readonly label: string
  readonly hint: string
  readonly lead: string | null
  readonly section: string | null
  readonly onChange: (patch: { lead: string | null; section: string | null }) => void
}

/** A union to give it to, and a section of it. Unions where nobody is on duty are shown and cannot be chosen. */
export function LeadFields({ demand, label, hint, lead, section, onChange }: Props) {
  const { say } = useSpeech()
  const names = useNames()
  const leads = useQuery(leadsQuery(demand))
  const units = leads.data?.rows ?? []
  const sections = units.find((each) => String(each.unit.id) === lead)?.sections ?? []
  const items = units.map((each) => ({
    id: String(each.unit.id),
    name: each.unit.name,
    note: each.staffed ? undefined : say('triage.notStaffed'),
    disabled: !each.staffed,
  }))
  return (
    <>
      <Picker
        label={label}
        hint={leads.isError ? say('triage.leadsFailed') : hint}
        sections={[{ id: 'all', name: '', items }]}
        value={lead}
        onChange={(id) => onChange({ lead: id, section: null })}
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
          onChange={(id) => onChange({ lead, section: id || null })}
        />
      ) : null}
    </>
  )
}
