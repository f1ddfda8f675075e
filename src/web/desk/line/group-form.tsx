import type { ViewAnswer } from '../../../protocol/view.ts'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { Rows } from '../verb/rows.tsx'
import { LineForm } from './form.tsx'

const noMember = { title: '', name: '' }
type Group = ViewAnswer<'campaign'>['groups'][number]

/** Names the own union's leading group for a campaign; `group`: the one it has, to begin with. */
export function GroupForm(props: { campaign: string; unit: number; realm: number; group: Group | undefined }) {
  const { say } = useSpeech()
  const names = useNames()
  const { campaign, unit, realm, group } = props
  const named = group?.members.map(({ title, name }) => ({ title, name: name ?? '' })) ?? [noMember]
  const key = `campaign.lead ${campaign} ${unit}`
  const draft = useDraft(key, { members: named, section: group?.section ?? null })
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
