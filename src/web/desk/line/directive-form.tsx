import { useQuery } from '@tanstack/react-query'
import { realmOfId } from '../../../domain/id.ts'
import { type CutKind, cutKindsOf } from '../../../domain/measure/cut-kinds.ts'
import type { Measure } from '../../../domain/measure/measure.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { askView } from '../api/view.ts'
import { type Names, useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { Rows } from '../verb/rows.tsx'
import { LineForm } from './form.tsx'

type Clause = { readonly text: string; readonly measure: Measure | null; readonly cut: string | null }
type Words = { readonly number: string; readonly title: string; readonly clauses: readonly Clause[] }
const noClause: Clause = { text: '', measure: null, cut: null }

/** Drafts a directive of the own union under a campaign. */
export function DraftForm(props: { campaign: string; unit: number; realm: number; drafted: (id: string) => void }) {
  const { say } = useSpeech()
  const { campaign, unit, realm, drafted } = props
  const key = `directive.draft ${campaign} ${unit}`
  const draft = useDraft<Words>(key, { number: '', title: '', clauses: [noClause] })
  const send = useCommand('directive.draft', key, {
    onAccepted: ({ result }) => {
      draft.clear()
      drafted(String(result.stream))
    },
  })
  return (
    <LineForm
      {...{ title: say('line.draft'), act: say('line.draftDo'), phase: send.phase, ready: isWhole(draft.value) }}
      submit={() => void send.submit(realm, { unit, campaign, ...draft.value, clauses: [...draft.value.clauses] })}
    >
      <Fields words={draft.value} change={draft.change} />
    </LineForm>
  )
}

/** Changes a draft. */
export function ChangeDirective({ told }: { told: ViewAnswer<'directive'> }) {
  const { say } = useSpeech()
  const { id, number, title } = told
  const key = `directive.change ${id}`
  const clauses = told.clauses.map(({ text, measure, cut }) => ({ text, measure, cut }))
  const draft = useDraft<Words>(key, { number, title, clauses })
  const send = useCommand('directive.change', key, { onAccepted: draft.clear })
  return (
    <LineForm
      {...{ title: say('line.editDraft'), act: say('line.draftDo'), phase: send.phase, ready: isWhole(draft.value) }}
      submit={() =>
        void send.submit(realmOfId(id), { directive: id, ...draft.value, clauses: [...draft.value.clauses] })
      }
    >
      <Fields words={draft.value} change={draft.change} />
    </LineForm>
  )
}

function isWhole({ number, title, clauses }: Words): boolean {
  return [number, title, ...clauses.map(({ text }) => text)].every((each) => each.trim() !== '')
}

/** No field for a figure: a measure is chosen, and what it comes to is computed. */
function Fields({ words, change }: { words: Words; change: (patch: Partial<Words>) => void }) {
  const { say } = useSpeech()
  const names = useNames()
  const measures = names.measures.map(({ code, name }) => ({ id: code, name }))
  const trains = words.clauses.some(({ measure }) => measure === 'trained')
  const plans = useQuery({
    queryKey: ['training', 'plans'],
    queryFn: () => askView('training-plans', {}),
    enabled: trains,
  })
  const ofPlans = (plans.data?.rows ?? []).map(({ id, title }) => ({ id: `plan:${id}`, name: title }))
  return (
    <>
      <TextInput
        label={say('line.numberField')}
        value={words.number}
        onChange={(number) => change({ number })}
        required
      />
      <TextInput label={say('line.titleField')} value={words.title} onChange={(title) => change({ title })} required />
      <p className="small">{say('line.noTyping')}</p>
      <Rows
        title={say('line.directives')}
        rows={words.clauses}
        fewest={1}
        add={say('line.addClause')}
        empty={noClause}
        change={(clauses) => change({ clauses })}
      >
        {(clause, put, n) => (
          <>
            <TextInput
              label={`${say('line.clause', { n })} ${say('line.clauseText')}`}
              value={clause.text}
              onChange={(text) => put({ text })}
              long
            />
            <Picker
              label={say('line.clauseMeasure')}
              sections={[{ id: 'all', name: '', items: [{ id: '', name: say('line.noMeasure') }, ...measures] }]}
              value={clause.measure ?? ''}
              onChange={(id) => {
                const measure = id === null || id === '' ? null : (id as Measure)
                // People are trained under a plan, matters are of a topic: what was chosen for the other fits no more.
                const kinds: readonly string[] = measure === null ? [] : cutKindsOf(measure)
                const fits = clause.cut !== null && kinds.includes(clause.cut.slice(0, clause.cut.indexOf(':')))
                put({ measure, ...(fits ? {} : { cut: null }) })
              }}
              nothing={say('picker.nothing')}
            />
            <CutPicker
              {...{ clause, names, plans: ofPlans }}
              choose={(id) => put({ cut: id === null || id === '' ? null : id })}
            />
          </>
        )}
      </Rows>
    </>
  )
}

type Item = { readonly id: string; readonly name: string }

/** Only what the measure is counted by is offered; nothing at all where it is told whole. */
function CutPicker(props: {
  readonly clause: Clause
  readonly names: Names
  readonly plans: readonly Item[]
  readonly choose: (id: string | null) => void
}) {
  const { say } = useSpeech()
  const { clause, names, plans, choose } = props
  const kinds = clause.measure === null ? [] : cutKindsOf(clause.measure)
  const [first] = kinds
  if (first === undefined) return null
  const coded = (kind: CutKind, list: readonly { readonly code: string; readonly name: string }[]) =>
    list.map(({ code, name }) => ({ id: `${kind}:${code}`, name }))
  const of: Readonly<Record<CutKind, readonly Item[]>> = {
    topic: coded('topic', names.groups),
    group: coded('group', names.list('group')),
    deed: coded('deed', names.list('deed')),
    plan: plans,
  }
  return (
    <Picker
      key={`${kinds.join(' ')} ${plans.length}`}
      label={say(first === 'plan' ? 'line.clausePlan' : 'line.clauseCut')}
      sections={[
        { id: 'all', name: '', items: [{ id: '', name: say(first === 'plan' ? 'line.allPlans' : 'line.allTopics') }] },
        ...kinds.map((kind) => ({ id: kind, name: say(`line.cutBy.${kind}`), items: [...of[kind]] })),
      ]}
      value={clause.cut ?? ''}
      onChange={choose}
      nothing={say('picker.nothing')}
    />
  )
}
