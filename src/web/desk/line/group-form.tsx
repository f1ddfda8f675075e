import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { LineForm } from './form.tsx'
import { Rows } from './rows.tsx'

const noMember = { title: '', name: '' }

/** Names the own union's leading group for a campaign. */
export function GroupForm({ campaign, unit, realm }: { campaign: string; unit: number; realm: number }) {
  const { say } = useSpeech()
  const names = useNames()
  const key = `campaign.lead ${campaign} ${unit}`
  const draft = useDraft(key, { members: [noMember], section: null as string | null })
  const lead = useCommand('campaign.lead', key, { onAccepted: draft.clear })
  const { members, section } = draft.value
  return (
    <LineForm
      {...{ title: say('line.group'), act: say('line.groupDo'), phase: lead.phase }}
      ready={members.every(({ title, name }) => title.trim() !== '' && name.trim() !== '')}
      submit={() => void lead.submit(realm, { campaign, unit, members, section })}
    >
      <p className="small">{say('line.nameHint')}</p>
      <Rows
        title={say('line.group')}
        rows={members}
        fewest={1}
        add={say('line.addMember')}
        empty={noMember}
        change={(rows) => draft.change({ members: [...rows] })}
      >
        {(member, put) => (
          <>
            <TextInput label={say('line.memberTitle')} value={member.title} onChange={(title) => put({ title })} />
            <TextInput label={say('line.memberName')} value={member.name} onChange={(name) => put({ name })} />
          </>
        )}
      </Rows>
      <Picker
        label={say('line.office')}
        sections={[{ id: 'all', name: '', items: names.list('section').map(({ code, name }) => ({ id: code, name })) }]}
        value={section}
        onChange={(id) => draft.change({ section: id })}
        nothing={say('picker.nothing')}
      />
    </LineForm>
  )
}
