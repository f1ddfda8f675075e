import { useDraft } from '../api/draft.ts'
import { useSpeech } from '../text/say.tsx'
import { ClassFields } from './class-fields.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

/** Raises the class: the earlier of both dues stands. Lowering is asked of one level up. */
export function ReclassForm(props: FormProps) {
  const { say } = useSpeech()
  const { row } = props
  const draft = useDraft(`${row.id} demand.reclass`, { urgency: row.urgency, difficulty: row.difficulty })
  const { urgency, difficulty } = draft.value
  return (
    <VerbForm
      {...props}
      kind="demand.reclass"
      title={say('verb.demand.reclass')}
      act={say('act.demand.reclass')}
      clear={draft.clear}
      build={() =>
        urgency === row.urgency && difficulty === row.difficulty
          ? { missing: say('reclass.same') }
          : { demand: row.id, urgency, difficulty }
      }
    >
      <p>{say('reclass.why')}</p>
      <ClassFields urgency={urgency} difficulty={difficulty} onChange={draft.change} />
    </VerbForm>
  )
}
