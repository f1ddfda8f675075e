import { seatLevels } from '../../../domain/training/seat.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Choices } from '../../kit/choices.tsx'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { LineForm } from '../line/form.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { Rows } from '../verb/rows.tsx'

type Plans = ViewAnswer<'training-plans'>
type Plan = Plans['rows'][number]
type Group = { readonly kind: 'full' | 'part'; readonly level: string; readonly hours: string }
type Words = {
  readonly title: string
  readonly fromOn: string
  readonly toOn: string
  readonly follows: string
  readonly aim: string
  readonly groups: readonly Group[]
}
const both: readonly Group[] = [
  { kind: 'full', level: '', hours: '' },
  { kind: 'part', level: '', hours: '' },
]
const blank: Words = { title: '', fromOn: '', toOn: '', follows: '', aim: '', groups: both }

/** A plan of the own union: period, hours by kind and level, and the plan it succeeds. */
export function OpenPlan({ told, moved }: { told: Plans; moved: () => void }) {
  const { say } = useSpeech()
  const key = `plan.open ${told.unit.id}`
  const draft = useDraft<Words>(key, blank)
  const open = useCommand('plan.open', key, {
    onAccepted: () => {
      draft.clear()
      moved()
    },
  })
  const { title, fromOn, toOn, follows, aim } = draft.value
  const groups = groupsOf(draft.value.groups)
  const ready = title.trim() !== '' && fromOn !== '' && toOn !== '' && groups !== null
  return (
    <LineForm
      {...{ title: say('training.openPlan'), act: say('training.openPlan'), phase: open.phase, ready }}
      submit={() =>
        void open.submit(told.realm, {
          ...{ unit: told.unit.id, title: title.trim(), fromOn, toOn, groups: groups ?? [] },
          ...(follows === '' ? {} : { follows }),
          ...(aim.trim() === '' ? {} : { aim: aim.trim() }),
        })
      }
    >
      <TextInput label={say('training.planTitle')} value={title} onChange={(to) => draft.change({ title: to })} />
      <div className="form-pair">
        <TextInput
          label={say('training.from')}
          type="date"
          value={fromOn}
          onChange={(to) => draft.change({ fromOn: to })}
        />
        <TextInput label={say('training.to')} type="date" value={toOn} onChange={(to) => draft.change({ toOn: to })} />
      </div>
      <Groups groups={draft.value.groups} change={(to) => draft.change({ groups: to })} />
      {told.rows.length > 0 ? (
        <Picker
          label={say('training.followsWhich')}
          sections={[
            {
              id: 'all',
              name: '',
              items: [
                { id: '', name: say('training.followsNone') },
                ...told.rows.map((row) => ({ id: row.id, name: row.title })),
              ],
            },
          ]}
          value={follows}
          onChange={(id) => draft.change({ follows: id ?? '' })}
          nothing={say('picker.nothing')}
        />
      ) : null}
      <TextInput label={say('training.aim')} value={aim} onChange={(to) => draft.change({ aim: to })} />
    </LineForm>
  )
}

/** Another name, another end, other hours of a plan that is open. */
export function ChangePlan({ plan, moved }: { plan: Plan; moved: () => void }) {
  const { say } = useSpeech()
  const key = `plan.change ${plan.id}`
  const draft = useDraft<Words>(key, {
    ...{ title: plan.title, fromOn: plan.fromOn, toOn: plan.toOn, follows: '', aim: plan.aim ?? '' },
    groups: plan.groups.map(({ fullTime, level, hours }) => ({
      ...{ kind: fullTime ? ('full' as const) : ('part' as const), level: level ?? '', hours: String(hours) },
    })),
  })
  const change = useCommand('plan.change', key, {
    onAccepted: () => {
      draft.clear()
      moved()
    },
  })
  const { title, toOn, aim } = draft.value
  const groups = groupsOf(draft.value.groups)
  const ready = title.trim() !== '' && toOn !== '' && groups !== null
  return (
    <LineForm
      {...{ title: say('training.changePlan'), act: say('training.save'), phase: change.phase, ready }}
      submit={() =>
        void change.submit(plan.realm, {
          ...{ plan: plan.id, title: title.trim(), toOn, groups: groups ?? [] },
          ...(aim.trim() === '' ? {} : { aim: aim.trim() }),
        })
      }
    >
      <p className="small">{say('training.changePlanWhy')}</p>
      <TextInput label={say('training.planTitle')} value={title} onChange={(to) => draft.change({ title: to })} />
      <TextInput label={say('training.to')} type="date" value={toOn} onChange={(to) => draft.change({ toOn: to })} />
      <Groups groups={draft.value.groups} change={(to) => draft.change({ groups: to })} />
      <TextInput label={say('training.aim')} value={aim} onChange={(to) => draft.change({ aim: to })} />
    </LineForm>
  )
}

/** Ends a plan: no class joins it any more. */
export function ClosePlan({ plan, moved }: { plan: Plan; moved: () => void }) {
  const { say } = useSpeech()
  const close = useCommand('plan.close', `plan.close ${plan.id}`, { oneClick: true, onAccepted: moved })
  return (
    <LineForm
      {...{ title: say('training.closePlan'), act: say('training.closePlan'), phase: close.phase, ready: true }}
      submit={() => void close.submit(plan.realm, { plan: plan.id })}
    >
      <p className="small">{say('training.closePlanWhy')}</p>
    </LineForm>
  )
}

function Groups({ groups, change }: { groups: readonly Group[]; change: (groups: readonly Group[]) => void }) {
  const { say } = useSpeech()
  const names = useNames()
  const levels = [
    { id: '', name: say('training.everyLevel') },
    ...seatLevels.map((id) => ({ id, name: names.name('level', id) })),
  ]
  return (
    <Rows
      {...{ title: say('training.groups'), rows: groups, fewest: 1, add: say('training.addGroup'), change }}
      empty={{ kind: 'full', level: '', hours: '' }}
    >
      {(group, put, n) => (
        <>
          <Choices
            label={say('training.kind', { n })}
            choices={(['full', 'part'] as const).map((id) => ({ id, name: say(`training.${id}`) }))}
            value={group.kind}
            onChange={(kind) => put({ kind: kind as Group['kind'] })}
          />
          <div className="form-pair">
            <Picker
              label={say('training.level')}
              sections={[{ id: 'all', name: '', items: levels }]}
              value={group.level}
              onChange={(level) => put({ level: level ?? '' })}
              nothing={say('picker.nothing')}
            />
            <TextInput
              label={say('training.hoursNeeded')}
              inputMode="decimal"
              value={group.hours}
              onChange={(hours) => put({ hours })}
            />
          </div>
        </>
      )}
    </Rows>
  )
}

/** What is sent of the groups; null while a number of hours is missing. */
function groupsOf(groups: readonly Group[]) {
  const read = groups.map(({ kind, level, hours }) => ({
    ...{ fullTime: kind === 'full', hours: readHours(hours) },
    level: (seatLevels as readonly string[]).includes(level) ? (level as (typeof seatLevels)[number]) : null,
  }))
  const whole = read.flatMap(({ hours, ...rest }) => (hours === null ? [] : [{ ...rest, hours }]))
  return whole.length === read.length ? whole : null
}

/** 学时 as typed, halves allowed; null for anything else. */
export function readHours(text: string): number | null {
  const hours = Number(text.normalize('NFKC').trim())
  return text.trim() !== '' && hours > 0 && hours <= 1000 && Number.isInteger(hours * 2) ? hours : null
}
