import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { chinaInstant } from '../office/china-instant.ts'
import { useSpeech } from '../text/say.tsx'

/** What is typed of a meeting; times are China's, whatever the machine believes. */
export type MeetingWords = {
  readonly title: string
  readonly start: string
  readonly end: string
  readonly agenda: string
  readonly place: string
  readonly video: string
}
/** Nothing typed yet. */
export const blankWords: MeetingWords = { title: '', start: '', end: '', agenda: '', place: '', video: 'no' }

/** What a meeting says of itself: the fields of its call, and of its change. */
export function MeetingFields(props: {
  readonly value: MeetingWords
  readonly change: (patch: Partial<MeetingWords>) => void
  /** The times stay: it has begun. */
  readonly begun?: boolean
}) {
  const { say } = useSpeech()
  const { value, change, begun } = props
  return (
    <>
      <TextInput label={say('meetings.subject')} value={value.title} onChange={(title) => change({ title })} />
      {begun ? null : (
        <div className="form-pair">
          <TextInput
            label={say('meetings.start')}
            type="datetime-local"
            value={value.start}
            onChange={(start) => change({ start })}
          />
          <TextInput
            label={say('meetings.end')}
            type="datetime-local"
            value={value.end}
            onChange={(end) => change({ end })}
          />
        </div>
      )}
      <TextInput
        {...{ label: say('meetings.agenda'), hint: say('meetings.agendaHint'), long: true, value: value.agenda }}
        onChange={(agenda) => change({ agenda })}
      />
      <TextInput label={say('meetings.placeMaybe')} value={value.place} onChange={(place) => change({ place })} />
      <Choices
        label={say('meetings.video')}
        choices={(['yes', 'no'] as const).map((id) => ({ id, name: say(`meetings.${id}`) }))}
        value={value.video}
        onChange={(video) => change({ video })}
      />
    </>
  )
}

/** What is sent of it; null while name or times are missing. */
export function wordsOf({ title, start, end, agenda, place, video }: MeetingWords) {
  const [startAt, endAt] = [chinaInstant(start), chinaInstant(end)]
  if (title.trim() === '' || !startAt || !endAt) return null
  return {
    ...{ title: title.trim(), startAt, endAt, video: video === 'yes' },
    agenda: agenda.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
    ...(place.trim() === '' ? {} : { place: place.trim() }),
  }
}
