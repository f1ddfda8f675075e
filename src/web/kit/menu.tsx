import type { ReactNode } from 'react'
import { Menu as AriaMenu, Button, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'

export interface MenuEntry {
  readonly id: string
  readonly name: string
  readonly note?: string | undefined
  /** Set where one of the section's entries is in force: shown with a tick. */
  readonly on?: boolean
  readonly onAction: () => void
}
export interface MenuPart {
  readonly id: string
  readonly name: string
  readonly entries: readonly MenuEntry[]
}

/** A button that opens a list of things to do. */
export function Menu({ label, children, parts }: { label: string; children: ReactNode; parts: readonly MenuPart[] }) {
  return (
    <MenuTrigger>
      <Button className="menu-button" aria-label={label}>
        {children}
      </Button>
      <Popover className="popover" offset={4}>
        <AriaMenu className="options" aria-label={label}>
          {parts.map((part) => (
            <MenuSection key={part.id} id={part.id} aria-label={part.name}>
              <Header>{part.name}</Header>
              {part.entries.map((entry) => (
                <MenuItem key={entry.id} id={entry.id} textValue={entry.name} onAction={entry.onAction}>
                  <span className="tick" aria-hidden="true">
                    {entry.on ? '✓' : ''}
                  </span>
                  <span>
                    {entry.name}
                    {entry.note ? <small> {entry.note}</small> : null}
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
