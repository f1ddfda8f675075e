import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { Rows } from '../verb/rows.tsx'
import { LineForm } from './form.tsx'

const noStage = { title: '', fromOn: '', toOn: '' }
type Campaign = ViewAnswer<'campaign'>
type Words = Pick<Campaign, 'title' | 'purpose' | 'basis' | 'fromOn' | 'stages'> & { readonly toOn: string }
const nothing: Words = { title: '', purpose: '', basis: '', fromOn: '', toOn: '', stages: [] }

/** Opens a campaign at the own union. */
export function OpenCampaign({ unit, realm, opened }: { unit: number; realm: number; opened: (id: string) => void }) {
  const { say } = useSpeech()
  const draft = useDraft(`campaign.open ${unit}`, nothing)
  const open = useCommand('campaign.open', `campaign.open ${unit}`, {
    onAccepted: ({ result }) => {
      draft.clear()
      opened(String(result.stream))
    },
  })
  return (
    <LineForm
      {...{ title: say('line.open'), act: say('line.openDo'), phase: open.phase, ready: isWhole(draft.value) }}
      submit={() => void open.submit(realm, { unit, ...wordsOf(draft.value) })}
    >
      <Fields words={draft.value} change={draft.change} />
    </LineForm>
  )
}

/** Changes what a campaign says of itself. */
export function ChangeCampaign({ campaign }: { campaign: Campaign }) {
  const { say } = useSpeech()
  const { id, title, purpose, basis, fromOn, toOn, stages } = campaign
  const key = `campaign.change ${id}`
  const draft = useDraft<Words>(key, { title, purpose, basis, fromOn, toOn: toOn ?? '', stages })
  const change = useCommand('campaign.change', key, { onAccepted: draft.clear })
  return (
    <LineForm
      {...{ title: say('line.change'), act: say('line.changeDo'), phase: change.phase, ready: isWhole(draft.value) }}
      submit={() => void change.submit(realmOfId(id), { campaign: id, ...wordsOf(draft.value) })}
    >
      <Fields words={draft.value} change={draft.change} />
    </LineForm>
  )
}

function wordsOf({ toOn, ...words }: Words) {
  return { ...words, stages: [...words.stages], toOn: toOn === '' ? null : toOn }
}

function isWhole({ title, purpose, basis, fromOn, stages }: Words): boolean {
  const said = [title, purpose, basis, fromOn, ...stages.flatMap((stage) => Object.values(stage))]
  return said.every((each) => each.trim() !== '')
}

function Fields({ words, change }: { words: Words; change: (patch: Partial<Words>) => void }) {
  const { say } = useSpeech()
  return (
    <>
      <TextInput label={say('line.name')} value={words.title} onChange={(title) => change({ title })} required />
      <TextInput
        label={say('line.purpose')}
        value={words.purpose}
        onChange={(purpose) => change({ purpose })}
        long
        required
      />
      <TextInput label={say('line.basis')} value={words.basis} onChange={(basis) => change({ basis })} required />
      <div className="form-pair">
        <TextInput
          label={say('line.from')}
          type="date"
          value={words.fromOn}
          onChange={(fromOn) => change({ fromOn })}
          required
        />
        <TextInput label={say('line.to')} type="date" value={words.toOn} onChange={(toOn) => change({ toOn })} />
      </div>
      <Rows
        title={say('line.stages')}
        rows={words.stages}
        fewest={0}
        add={say('line.addStage')}
        empty={noStage}
        change={(stages) => change({ stages: [...stages] })}
      >
        {(stage, put) => (
          <>
            <TextInput label={say('line.stageTitle')} value={stage.title} onChange={(title) => put({ title })} />
            <TextInput
              label={say('line.stageFrom')}
              type="date"
              value={stage.fromOn}
              onChange={(fromOn) => put({ fromOn })}
            />
            <TextInput label={say('line.stageTo')} type="date" value={stage.toOn} onChange={(toOn) => put({ toOn })} />
          </>
        )}
      </Rows>
    </>
  )
}
