import { Picker } from '../../kit/picker.tsx'
import { type Names, useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'

/** What it is about, found by typing any part of it. */
export function TopicPicker({ value, onChange }: { value: string | null; onChange: (topic: string | null) => void }) {
  const { say } = useSpeech()
  return (
    <Picker
      label={say('triage.topic')}
      hint={say('triage.topicHint')}
      sections={topicSections(useNames())}
      value={value}
      onChange={onChange}
      nothing={say('picker.nothing')}
    />
  )
}

/** Two levels: letters as headings, leaves to choose from. */
function topicSections(names: Names) {
  return names.groups.map((group) => ({
    id: group.code,
    name: group.name,
    items: names.topics
      .filter((topic) => topic.parent?.code === group.code)
      .map((topic) => ({ id: topic.code, name: topic.name, note: group.name })),
  }))
}
