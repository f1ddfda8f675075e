import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components'

export interface TextInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly error?: string | undefined
  /** More than one line: what a person says. */
  readonly long?: boolean
  readonly required?: boolean
  readonly autoFocus?: boolean
  readonly type?: 'text' | 'password' | 'tel' | 'date' | 'datetime-local'
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel'
  readonly autoComplete?: string
  readonly name?: string
  readonly maxLength?: number
}

export function TextInput(props: TextInputProps) {
  const { label, hint, error, long, inputMode, autoComplete, maxLength, name } = props
  const own = {
    ...(inputMode ? { inputMode } : {}),
    ...(maxLength ? { maxLength } : {}),
  }
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      isRequired={props.required ?? false}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      type={props.type ?? 'text'}
      autoFocus={props.autoFocus ?? false}
      {...(name ? { name } : {})}
      autoComplete={autoComplete ?? 'off'}
    >
      <Label>{label}</Label>
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      {long ? <TextArea rows={4} {...own} /> : <Input {...own} />}
      <FieldError className="wrong">{error ?? ''}</FieldError>
    </TextField>
  )
}
