import { useQuery } from '@tanstack/react-query'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { askView } from '../api/view.ts'
import { LineForm } from '../line/form.tsx'
import { chinaInstant } from '../office/china-instant.ts'
import { useSpeech } from '../text/say.tsx'
import { Rows } from '../verb/rows.tsx'
import { readHours } from './plan-form.tsx'

type Plans = ViewAnswer<'training-plans'>
type Class = ViewAnswer<'class'>['class']
type Session = { readonly start: string; readonly end: string; readonly hours: string }
type Words = {
  readonly course: string
  readonly plan: string
  readonly venue: string
  readonly seats: string
  readonly trainer: string
  readonly post: string
  readonly sessions: readonly Session[]
}
const noSession: Session = { start: '', end: '', hours: '' }

/** A class of a course of the own union or of one above, its hours for one plan. The times typed are China's. */
export function PlanClass({ told, moved }: { told: Plans; moved: () => void }) {
  const { say } = useSpeech()
  const courses = useQuery({ queryKey: ['training', 'courses'], queryFn: () => askView('courses', {}) })
  const office = useQuery({ queryKey: ['office'], queryFn: () => askView('office', {}), retry: false })
  const key = `class.plan ${told.unit.id}`
  const draft = useDraft<Words>(key, {
    ...{ course: '', plan: '', venue: '', seats: '', trainer: '', post: '', sessions: [noSession] },
  })
  const plan = useCommand('class.plan', key, {
    onAccepted: () => {
      draft.clear()
      moved()
    },
  })
  const { course, venue, trainer, post } = draft.value
  const seats = seatsOf(draft.value.seats)
  const sessions = sessionsOf(draft.value.sessions)
  const open = told.rows.filter(({ closedOn }) => closedOn === null)
  const items = (courses.data?.rows ?? []).map(({ id, title, unit, hours }) => ({
    ...{ id, name: title, note: `${unit.name} ${say('training.hours', { n: hours })}` },
  }))
  const posts = (office.data?.posts ?? []).map((each) => ({ id: String(each.post), name: each.holder }))
  // A list that arrives under the hand of who is typing would take the words away.
  if (courses.isPending || office.isPending) return null
  return (
    <LineForm
      {...{ title: say('training.planClass'), act: say('training.planClass'), phase: plan.phase }}
      ready={course !== '' && venue.trim() !== '' && seats !== null && sessions !== null}
      submit={() =>
        void plan.submit(told.realm, {
          ...{ unit: told.unit.id, course, venue: venue.trim(), seats: seats ?? 0, sessions: sessions ?? [] },
          ...(draft.value.plan === '' ? {} : { plan: draft.value.plan }),
          ...(post === '' ? {} : { trainerPost: Number(post) }),
          ...(trainer.trim() === '' ? {} : { trainer: trainer.trim() }),
        })
      }
    >
      <Picker
        label={say('training.ofCourse')}
        sections={[{ id: 'all', name: '', items }]}
        value={course === '' ? null : course}
        onChange={(id) => draft.change({ course: id ?? '' })}
        nothing={say('training.noCourse')}
      />
      <Picker
        label={say('training.forPlan')}
        hint={say('training.forPlanHint')}
        sections={[
          {
            id: 'all',
            name: '',
            items: [
              { id: '', name: say('training.noPlanChosen') },
              ...open.map(({ id, title }) => ({ id, name: title })),
            ],
          },
        ]}
        value={draft.value.plan}
        onChange={(id) => draft.change({ plan: id ?? '' })}
        nothing={say('picker.nothing')}
      />
      <div className="form-pair">
        <TextInput label={say('training.venue')} value={venue} onChange={(to) => draft.change({ venue: to })} />
        <TextInput
          label={say('training.seatsOf')}
          inputMode="numeric"
          value={draft.value.seats}
          onChange={(to) => draft.change({ seats: to })}
        />
      </div>
      {posts.length > 0 ? (
        <Picker
          label={say('training.trainerPost')}
          sections={[{ id: 'all', name: '', items: [{ id: '', name: say('training.trainerOther') }, ...posts] }]}
          value={post}
          onChange={(id) => draft.change({ post: id ?? '' })}
          nothing={say('picker.nothing')}
        />
      ) : null}
      {post === '' ? (
        <TextInput
          {...{ label: say('training.trainer'), hint: say('training.trainerHint'), value: trainer }}
          onChange={(to) => draft.change({ trainer: to })}
        />
      ) : null}
      <Sessions rows={draft.value.sessions} change={(to) => draft.change({ sessions: to })} />
    </LineForm>
  )
}

/** Another place, other seats; other times while nobody has hours. */
export function ChangeClass({ one, moved }: { one: Class; moved: () => void }) {
  const { say } = useSpeech()
  const key = `class.change ${one.id}`
  const begun = one.learners?.some(({ marks }) => marks.length > 0) ?? false
  const draft = useDraft(key, {
    ...{ venue: one.venue, seats: String(one.seats) },
    sessions: one.sessions.map(
      ({ startAt, endAt, hours }): Session => ({
        ...{ start: startAt.slice(0, 16), end: endAt.slice(0, 16), hours: String(hours) },
      }),
    ) as readonly Session[],
  })
  const done = {
    onAccepted: () => {
      draft.clear()
      moved()
    },
  }
  const change = useCommand('class.change', key, done)
  const { venue } = draft.value
  const seats = seatsOf(draft.value.seats)
  const sessions = sessionsOf(draft.value.sessions)
  return (
    <LineForm
      {...{ title: say('training.changeClass'), act: say('training.save'), phase: change.phase }}
      ready={venue.trim() !== '' && seats !== null && sessions !== null}
      submit={() =>
        void change.submit(one.realm, {
          ...{ class: one.id, venue: venue.trim(), seats: seats ?? 0 },
          ...(begun ? {} : { sessions: sessions ?? [] }),
        })
      }
    >
      <div className="form-pair">
        <TextInput label={say('training.venue')} value={venue} onChange={(to) => draft.change({ venue: to })} />
        <TextInput
          label={say('training.seatsOf')}
          inputMode="numeric"
          value={draft.value.seats}
          onChange={(to) => draft.change({ seats: to })}
        />
      </div>
      {begun ? (
        <p className="small">{say('training.begun')}</p>
      ) : (
        <Sessions rows={draft.value.sessions} change={(to) => draft.change({ sessions: to })} />
      )}
    </LineForm>
  )
}

/** A class that is not held. */
export function CancelClass({ one, moved }: { one: Class; moved: () => void }) {
  const { say } = useSpeech()
  const cancel = useCommand('class.cancel', `class.cancel ${one.id}`, { oneClick: true, onAccepted: moved })
  return (
    <LineForm
      {...{ title: say('training.cancelClass'), act: say('training.cancelClass'), phase: cancel.phase, ready: true }}
      submit={() => void cancel.submit(one.realm, { class: one.id })}
    >
      <p className="small">{say('training.cancelClassWhy')}</p>
    </LineForm>
  )
}

function Sessions({ rows, change }: { rows: readonly Session[]; change: (rows: readonly Session[]) => void }) {
  const { say } = useSpeech()
  return (
    <Rows
      {...{
        title: say('training.sessions'),
        rows,
        fewest: 1,
        add: say('training.addSession'),
        empty: noSession,
        change,
      }}
    >
      {(row, put, n) => (
        <div className="training-session">
          <TextInput
            label={say('training.sessionStart', { n })}
            type="datetime-local"
            value={row.start}
            onChange={(start) => put({ start })}
          />
          <TextInput
            label={say('training.sessionEnd')}
            type="datetime-local"
            value={row.end}
            onChange={(end) => put({ end })}
          />
          <TextInput
            label={say('training.sessionHours')}
            inputMode="decimal"
            value={row.hours}
            onChange={(hours) => put({ hours })}
          />
        </div>
      )}
    </Rows>
  )
}

function sessionsOf(rows: readonly Session[]) {
  const read = rows.flatMap(({ start, end, hours }) => {
    const [startAt, endAt, n] = [chinaInstant(start), chinaInstant(end), readHours(hours)]
    return startAt && endAt && n !== null ? [{ startAt, endAt, hours: n }] : []
  })
  return read.length === rows.length ? read : null
}

function seatsOf(text: string): number | null {
  const seats = Number(text.normalize('NFKC').trim())
  return text.trim() !== '' && Number.isInteger(seats) && seats >= 1 && seats <= 2000 ? seats : null
}
