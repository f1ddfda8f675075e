import { useSpeech } from '../text/say.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

const nothingTyped = () => undefined

/** Ends a pause: says first what it means, does it on the second press. */
export function PauseEndForm(props: FormProps) {
  return <PressForm {...props} kind="pause.end" />
}

/** Steps back from a matter one is linked to. What it means is said before the second press: there is no way back. */
export function RecusalForm(props: FormProps) {
  return <PressForm {...props} kind="recusal.declare" />
}

function PressForm(props: FormProps & { kind: 'pause.end' | 'recusal.declare' }) {
  const { say } = useSpeech()
  const { kind, row } = props
  return (
    <VerbForm
      {...props}
      title={say(`verb.${kind}`)}
      act={say(`act.${kind}`)}
      clear={nothingTyped}
      build={() => ({ demand: row.id })}
    >
      <p>{say(`why.${kind}`)}</p>
    </VerbForm>
  )
}
