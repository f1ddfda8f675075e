import { Label, Radio, RadioGroup, Text } from 'react-aria-components'

export interface Choice {
  readonly id: string
  readonly name: string
  readonly note?: string | undefined
}

export interface ChoicesProps {
  readonly label: string
  readonly hint?: string
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly required?: boolean
  /** One under the other, each with its note. */
  readonly tall?: boolean
}

/** A few alternatives, all in sight, all equal in size. */
export function Choices({ label, hint, choices, value, onChange, required, tall }: ChoicesProps) {
  return (
    <RadioGroup
      className={tall ? 'field choices choices-tall' : 'field choices'}
      value={value}
      onChange={onChange}
      isRequired={required ?? false}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <div className="choices-row">
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className="choice">
            <span className="dot" aria-hidden="true" />
            <span>
              {choice.name}
              {choice.note ? <small> {choice.note}</small> : null}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
