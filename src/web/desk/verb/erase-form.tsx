import { Choices } from '../../kit/choices.tsx'
import { useDraft } from '../api/draft.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

const whats = { identity: ['identity'], text: ['text'], both: ['identity', 'text'] } as const
type What = keyof typeof whats

/** Destroys the keys for good: what is erased here is readable nowhere, not in a backup either. */
export function EraseForm(props: FormProps) {
  const { say } = useSpeech()
  const names = useNames()
  const { row } = props
  const draft = useDraft(`${row.id} content.erase`, { what: null as What | null, reason: null as string | null })
  const { what, reason } = draft.value
  return (
    <VerbForm
      {...props}
      kind="content.erase"
      title={say('verb.content.erase')}
      act={say('act.content.erase')}
      clear={draft.clear}
      build={() => {
        if (!what || !reason) return { missing: say('form.choiceMissing') }
        return { demand: row.id, parts: [...whats[what]], reason }
      }}
    >
      <p>{say('erase.why')}</p>
      <Choices
        label={say('erase.what')}
        choices={(Object.keys(whats) as What[]).map((each) => ({ id: each, name: say(`erase.${each}`) }))}
        value={what}
        onChange={(id) => draft.change({ what: id as What })}
      />
      <Choices
        label={say('erase.reason')}
        choices={names.list('reason.erase').map(({ code, name }) => ({ id: code, name }))}
        value={reason}
        onChange={(id) => draft.change({ reason: id })}
      />
    </VerbForm>
  )
}
