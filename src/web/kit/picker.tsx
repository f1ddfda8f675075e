import {
  Button,
  Collection,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Text,
} from 'react-aria-components'

export interface PickerItem {
  readonly id: string
  readonly name: string
  readonly note?: string | undefined
  readonly disabled?: boolean
}
export interface PickerSection {
  readonly id: string
  readonly name: string
  readonly items: readonly PickerItem[]
}

export interface PickerProps {
  readonly label: string
  readonly hint?: string
  readonly sections: readonly PickerSection[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** Given: the caller finds the items for what is typed. Absent: the items given are searched here. */
  readonly typed?: { readonly text: string; readonly onType: (text: string) => void }
  readonly required?: boolean
  readonly autoFocus?: boolean
  /** Said when nothing fits. */
  readonly nothing: string
}

/** What stands in the field once an item is chosen; it comes as if it were typed. */
export const chosenText = ({ name, note }: Pick<PickerItem, 'name' | 'note'>) => (note ? `${name}（${note}）` : name)

/** One of many, found by typing any part of its name. Sections are shown with their names. */
export function Picker(props: PickerProps) {
  const { label, hint, sections, value, onChange, typed, nothing } = props
  const disabled = sections.flatMap((section) => section.items.filter((item) => item.disabled).map((item) => item.id))
  return (
    <ComboBox
      className="field picker"
      menuTrigger="focus"
      allowsEmptyCollection
      isRequired={props.required ?? false}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
      disabledKeys={disabled}
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      {...(typed
        ? { inputValue: typed.text, onInputChange: typed.onType, items: sections }
        : { defaultItems: sections })}
      {...(typed ? { defaultFilter: () => true } : {})}
    >
      <Label>{label}</Label>
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <div className="picker-box">
        <Input />
        <Button className="picker-open">
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2 4l4 4 4-4" />
          </svg>
        </Button>
      </div>
      <Popover className="popover" offset={4}>
        <ListBox className="options" renderEmptyState={() => <p className="options-none">{nothing}</p>}>
          {(section: PickerSection) => (
            <ListBoxSection id={section.id}>
              {section.name ? <Header>{section.name}</Header> : null}
              <Collection items={section.items}>
                {(item) => (
                  <ListBoxItem id={item.id} textValue={chosenText(item)}>
                    <Text slot="label">{item.name}</Text>
                    {item.note ? <small> {item.note}</small> : null}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
