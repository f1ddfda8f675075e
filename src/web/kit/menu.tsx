import type { ReactNode } from 'react'
import { Menu as AriaMenu, Button, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'

export interface MenuEntry {
  readonly id: string
  readonly name: string
  readonly note?: string | undefined
  /** The key that does the same without the menu. */
  readonly letter?: string | undefined
  /** Set where one of the section's entries is in force: shown with a tick. */
  readonly on?: boolean
  readonly onAction: () => void
}
export interface MenuPart {
  readonly id: string
  /** Empty where the menu is one part and its label says enough. */
  readonly name: string
  readonly entries: readonly MenuEntry[]
}

export interface MenuProps {
  readonly label: string
  readonly children: ReactNode
  readonly parts: readonly MenuPart[]
  /** The button shows words of its own: the label is said after them, not in their place. */
  readonly after?: boolean
  /** Class of the button, where it is not the quiet line of a rail. */
  readonly look?: string
  /** The key that opens it; whoever listens for the key keeps `open`. */
  readonly letter?: string
  readonly open?: boolean
  readonly onOpen?: (open: boolean) => void
}

/** A button that opens a list of things to do. */
export function Menu({ label, children, parts, after, look, letter, open, onOpen }: MenuProps) {
  const ticks = parts.some((part) => part.entries.some((entry) => entry.on !== undefined))
  return (
    <MenuTrigger {...(open === undefined ? {} : { isOpen: open })} {...(onOpen ? { onOpenChange: onOpen } : {})}>
      <Button
        className={look ?? 'menu-button'}
        {...(after ? {} : { 'aria-label': label })}
        {...(letter ? { 'aria-keyshortcuts': letter } : {})}
      >
        {children}
        {after ? <span className="unseen">{label}</span> : null}
      </Button>
      <Popover className="popover" offset={4}>
        <AriaMenu className="options" aria-label={label}>
          {parts.map((part) => (
            <MenuSection key={part.id} id={part.id} aria-label={part.name || label}>
              {part.name ? <Header>{part.name}</Header> : null}
              {part.entries.map((entry) => (
                <MenuItem key={entry.id} id={entry.id} textValue={entry.name} onAction={entry.onAction}>
                  {ticks ? (
                    <span className="tick" aria-hidden="true">
                      {entry.on ? '✓' : ''}
                    </span>
                  ) : null}
                  <span className="entry">
                    {entry.name}
                    {entry.note ? <small> {entry.note}</small> : null}
                    {entry.letter ? (
                      <span className="key" aria-hidden="true">
                        {entry.letter}
                      </span>
                    ) : null}
                  </span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
