import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components'

/** `act`: what this place is for, once per place. `quiet`: everything else. `plain`: inside a line of text or a bar. */
export type ButtonKind = 'act' | 'quiet' | 'plain'

export interface ButtonProps {
  readonly children: ReactNode
  readonly kind?: ButtonKind
  readonly type?: 'button' | 'submit'
  /** The letter that does the same. */
  readonly letter?: string | undefined
  readonly disabled?: boolean
  readonly pending?: boolean
  readonly pressed?: boolean | undefined
  readonly label?: string
  readonly onPress?: () => void
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button(props: ButtonProps) {
  const { children, kind = 'quiet', type = 'button', letter, disabled, pending, pressed, label, onPress, ref } = props
  return (
    <AriaButton
      className={`btn btn-${kind}`}
      type={type}
      isDisabled={disabled ?? false}
      isPending={pending ?? false}
      {...(label ? { 'aria-label': label } : {})}
      {...(pressed === undefined ? {} : { 'aria-expanded': pressed })}
      {...(letter ? { 'aria-keyshortcuts': letter } : {})}
      {...(onPress ? { onPress } : {})}
      {...(ref ? { ref } : {})}
    >
      {children}
      {letter ? (
        <span className="key" aria-hidden="true">
          {letter}
        </span>
      ) : null}
    </AriaButton>
  )
}
