import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useMe } from '../frame/me.ts'
import { sayInstant } from '../text/instant.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { Rows } from '../verb/rows.tsx'
import { LineForm } from './form.tsx'

type Told = ViewAnswer<'directive'>
type Copy = NonNullable<Told['brief']>
const done = { onAccepted: () => undefined }

/** The copy one union has: receipt, its own plan, its own stages and contact points under the clauses. */
export function Brief({ told }: { told: Told }) {
  const speech = useSpeech()
  const { say } = speech
  const now = useServerTime()
  const me = useMe()
  const { brief, of } = told
  const realm = me.posts.find(({ post }) => post === me.acting)?.realm ?? 0
  const receive = useCommand('brief.receive', `brief.receive ${told.id} ${of.id}`, { ...done, oneClick: true })
  const at = (iso: string) => sayInstant(speech, iso, now)
  return (
    <section className="card line-brief" aria-labelledby="line-brief">
      <h2 id="line-brief">{say('line.brief', { unit: of.name })}</h2>
      {brief ? (
        <>
          <p className="num">
            {say('line.deliveredAt', { at: at(brief.deliveredAt) })} ·{' '}
            {brief.receivedAt ? say('line.receivedAt', { at: at(brief.receivedAt) }) : say('line.notReceived')}
          </p>
          {brief.verbs.includes('brief.receive') ? (
            <Button
              kind="act"
              pending={receive.phase.is === 'sending'}
              onPress={() => void receive.submit(realm, { directive: told.id, unit: of.id })}
            >
              {say('line.receive')}
            </Button>
          ) : null}
          <OutcomeWords phase={receive.phase} />
          <h3>{say('line.plan')}</h3>
          <p className="line-said">{brief.plan ?? say('line.planNone')}</p>
          {brief.parts.length > 0 ? <p className="small">{say('line.partsAbove', { n: brief.parts.length })}</p> : null}
          {brief.verbs.includes('brief.plan') ? <PlanForm told={told} brief={brief} realm={realm} /> : null}
          {brief.verbs.includes('brief.decompose') ? <PartsForm told={told} brief={brief} realm={realm} /> : null}
        </>
      ) : (
        <p>{say('line.noBrief', { unit: of.name })}</p>
      )}
    </section>
  )
}

type FormOf = { readonly told: Told; readonly brief: Copy; readonly realm: number }

function PlanForm({ told, brief, realm }: FormOf) {
  const { say } = useSpeech()
  const key = `brief.plan ${told.id} ${told.of.id}`
  const draft = useDraft(key, { text: brief.plan ?? '' })
  const plan = useCommand('brief.plan', key, { onAccepted: draft.clear })
  const { text } = draft.value
  return (
    <LineForm
      {...{ title: say('line.plan'), act: say('line.planDo'), phase: plan.phase, ready: text.trim() !== '' }}
      submit={() => void plan.submit(realm, { directive: told.id, unit: told.of.id, text })}
    >
      <TextInput
        label={say('line.planText')}
        hint={say('line.planHint')}
        value={text}
        onChange={(to) => draft.change({ text: to })}
        long
        required
      />
    </LineForm>
  )
}

/** Enough of a clause to know it by. */
function excerpt(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}

const noPart = { clause: '1', text: '', fromOn: '', toOn: '' }

function PartsForm({ told, brief, realm }: FormOf) {
  const { say } = useSpeech()
  const key = `brief.decompose ${told.id} ${told.of.id}`
  const draft = useDraft(key, { parts: brief.parts.map((part) => ({ ...part, clause: String(part.clause) })) })
  const send = useCommand('brief.decompose', key, { onAccepted: draft.clear })
  const { parts } = draft.value
  const clauses = told.clauses.map(({ n, text }) => ({
    id: String(n),
    name: say('line.clause', { n }),
    note: excerpt(text),
  }))
  const whole = parts.every((part) => Object.values(part).every((each) => each.trim() !== ''))
  return (
    <LineForm
      {...{ title: say('line.editParts'), act: say('line.partsDo'), phase: send.phase, ready: whole }}
      submit={() =>
        void send.submit(realm, {
          ...{ directive: told.id, unit: told.of.id },
          parts: parts.map((part) => ({ ...part, clause: Number(part.clause) })),
        })
      }
    >
      <Rows
        title={say('line.parts')}
        rows={parts}
        fewest={0}
        add={say('line.addPart')}
        empty={noPart}
        change={(rows) => draft.change({ parts: [...rows] })}
      >
        {(part, put) => (
          <>
            <Picker
              label={say('line.partClause')}
              sections={[{ id: 'all', name: '', items: clauses }]}
              value={part.clause}
              onChange={(clause) => put({ clause: clause ?? '' })}
              nothing={say('picker.nothing')}
            />
            <TextInput label={say('line.partText')} value={part.text} onChange={(text) => put({ text })} />
            <TextInput
              label={say('line.stageFrom')}
              type="date"
              value={part.fromOn}
              onChange={(fromOn) => put({ fromOn })}
            />
            <TextInput label={say('line.stageTo')} type="date" value={part.toOn} onChange={(toOn) => put({ toOn })} />
          </>
        )}
      </Rows>
    </LineForm>
  )
}
