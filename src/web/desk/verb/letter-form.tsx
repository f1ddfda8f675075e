import { useQuery } from '@tanstack/react-query'
import { Choices } from '../../kit/choices.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { type DemandRow, lettersQuery } from '../api/view.ts'
import { standingOf } from '../demand/standing.ts'
import { sayDay } from '../text/instant.ts'
import { type LetterNamed, useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { FormProps } from './form-props.ts'
import { fillSkeleton, firstHole } from './skeleton.ts'
import { VerbForm } from './verb-form.tsx'

/** A letter is read in other years too: seen from long ago, every day is said with its year. */
const withYear = 0

/** A letter from the skeleton of the rules: filled with what is known, read and finished by a person, recorded as sent. */
export function LetterForm(props: FormProps) {
  const speech = useSpeech()
  const { say } = speech
  const names = useNames()
  const now = useServerTime()
  const { row } = props
  const sendable = useQuery(lettersQuery(row.id)).data?.rows ?? []
  const draft = useDraft(`${row.id} letter.send`, { letter: null as string | null, text: '' })
  const { letter: code, text } = draft.value
  const letter = names.letters.find((each) => each.code === code)
  const replyDueAt = sendable.find((each) => each.letter === code)?.replyDueAt ?? null
  const day = (iso: string) => sayDay(speech, iso, now)
  const choose = (id: string | null) => {
    const chosen = names.letters.find((each) => each.code === id)
    const reply = sendable.find((each) => each.letter === id)?.replyDueAt
    const dated = (iso: string) => sayDay(speech, iso, withYear)
    const dates = { sentOn: dated(new Date(now).toISOString()), ...(reply ? { replyBy: dated(reply) } : {}) }
    draft.change({ letter: id, text: chosen ? fillSkeleton(chosen, { ...knownOf(chosen, row), ...dates }) : '' })
  }
  return (
    <VerbForm
      {...props}
      kind="letter.send"
      title={say('verb.letter.send')}
      act={say('act.letter.send')}
      clear={draft.clear}
      build={() => {
        if (!letter) return { missing: say('letter.whichMissing') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        const hole = firstHole(letter, text)
        if (hole) return { missing: say('letter.hole', { field: hole }) }
        return { demand: row.id, letter: letter.code, text }
      }}
    >
      <Picker
        label={say('letter.which')}
        sections={[
          {
            id: 'all',
            name: '',
            items: sendable.map((each) => ({
              id: each.letter,
              name: names.letters.find(({ code: known }) => known === each.letter)?.name ?? each.letter,
            })),
          },
        ]}
        value={code}
        onChange={choose}
        nothing={say('picker.nothing')}
      />
      {letter ? (
        <p className="preview">{replyDueAt ? say('letter.replyBy', { at: day(replyDueAt) }) : say('letter.noReply')}</p>
      ) : null}
      <TextInput
        label={say('letter.text')}
        hint={say('letter.hint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}

/** What the page knows without opening anything. Nothing that says who the worker is, no number that leads to the matter. */
function knownOf(letter: LetterNamed, row: DemandRow) {
  const employer = row.employer?.name ?? row.agency?.name ?? ''
  return {
    employer,
    union: row.lead?.unit.name ?? '',
    ...(letter.to === 'employer' ? { recipient: employer } : {}),
    ...(letter.to === 'worker' ? { number: row.number } : {}),
  }
}

/** The reply to a letter that asked for one. */
export function LetterReplyForm(props: FormProps) {
  const speech = useSpeech()
  const { say } = speech
  const names = useNames()
  const now = useServerTime()
  const { row, page } = props
  const open = standingOf(page.timeline).letters.filter((each) => each.replyDueAt !== null && !each.replied)
  const draft = useDraft(`${row.id} letter.reply`, { n: null as string | null, text: '' })
  const { text } = draft.value
  const n = draft.value.n ?? (open.length === 1 ? String(open[0]?.n) : null)
  return (
    <VerbForm
      {...props}
      kind="letter.reply"
      title={say('verb.letter.reply')}
      act={say('act.letter.reply')}
      clear={draft.clear}
      build={() => {
        if (!n) return { missing: say('form.choiceMissing') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        return { demand: row.id, n: Number(n), text }
      }}
    >
      <Choices
        label={say('letter.replyWhich')}
        tall
        choices={open.map((each) => ({
          id: String(each.n),
          name: names.letters.find(({ code }) => code === each.letter)?.name ?? each.letter,
          note: each.replyDueAt ? say('joint.by', { at: sayDay(speech, each.replyDueAt, now) }) : undefined,
        }))}
        value={n}
        onChange={(id) => draft.change({ n: id })}
      />
      <TextInput
        label={say('letter.replyText')}
        hint={say('letter.replyHint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}
