import { useQuery } from '@tanstack/react-query'
import { type OriginKind, originKinds } from '../../../domain/campaign/command.ts'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Choices } from '../../kit/choices.tsx'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { searchQuery } from '../api/view.ts'
import { useSpeech } from '../text/say.tsx'
import { LineForm } from './form.tsx'

const nothing = {
  ...{ origin: 'proposal' as OriginKind, on: '', who: '', words: '', ledTo: '', number: '' },
  directive: null as string | null,
}

/** Records one link of the origin chain. */
export function OriginForm({ campaign: { id: campaign, directives } }: { campaign: ViewAnswer<'campaign'> }) {
  const { say } = useSpeech()
  const key = `origin.record ${campaign}`
  const draft = useDraft(key, nothing)
  const record = useCommand('origin.record', key, { onAccepted: draft.clear })
  const { origin, on, who, words, ledTo, directive = null } = draft.value
  // Only a note is about one matter.
  const number = origin === 'note' ? draft.value.number.trim() : ''
  const found = useQuery(searchQuery(number.length < 4 ? null : number))
  const demand = number === '' ? undefined : found.data?.row?.id
  const papers = directives.map(({ id, title, number }) => ({ id, name: title, note: number }))
  return (
    <LineForm
      {...{ title: say('line.record'), act: say('line.recordDo'), phase: record.phase }}
      ready={[on, who, words].every((each) => each.trim() !== '') && (number === '' || demand !== undefined)}
      submit={() =>
        void record.submit(realmOfId(campaign), {
          ...{ campaign, origin, on, who, words },
          ...(ledTo.trim() === '' ? {} : { ledTo }),
          ...(demand === undefined ? {} : { demand }),
          ...(directive === null ? {} : { directive }),
        })
      }
    >
      <Choices
        label={say('line.kind')}
        choices={originKinds.map((id) => ({ id, name: say(`line.origin.${id}`) }))}
        value={origin}
        onChange={(id) => draft.change({ origin: id as OriginKind })}
      />
      <TextInput label={say('line.on')} type="date" value={on} onChange={(to) => draft.change({ on: to })} required />
      <TextInput
        label={say('line.who')}
        hint={say('line.whoHint')}
        value={who}
        onChange={(to) => draft.change({ who: to })}
        required
      />
      <TextInput label={say('line.words')} value={words} onChange={(to) => draft.change({ words: to })} long required />
      {origin === 'note' ? (
        <TextInput
          label={say('line.demandField')}
          hint={say('line.demandHint')}
          error={number !== '' && found.isSuccess && demand === undefined ? say('refusal.demand.unknown') : undefined}
          value={draft.value.number}
          onChange={(to) => draft.change({ number: to })}
        />
      ) : null}
      <TextInput label={say('line.ledToField')} value={ledTo} onChange={(to) => draft.change({ ledTo: to })} />
      {papers.length > 0 ? (
        <Picker
          label={say('line.ledToPaper')}
          sections={[{ id: 'all', name: '', items: papers }]}
          value={directive}
          onChange={(to) => draft.change({ directive: to })}
          nothing={say('picker.nothing')}
        />
      ) : null}
    </LineForm>
  )
}
