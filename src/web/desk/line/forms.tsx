import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { LineForm } from './form.tsx'
import { useDay } from './units.ts'

type Told = ViewAnswer<'directive'>
type Form = Told['forms'][number]

/** New forms under a directive: none goes down on the word of whoever wants it (law 4). */
export function Forms({ told }: { told: Told }) {
  const { say } = useSpeech()
  const { forms, verbs } = told
  // What was approved stands among the forms.
  const wanted = told.wanted.filter(({ state }) => state !== 'approved')
  const ask = verbs.includes('form.ask')
  const attach = verbs.includes('form.attach')
  const approve = verbs.includes('form.approve')
  if (forms.length + wanted.length === 0 && !ask && !approve) return null
  return (
    <section aria-labelledby="line-forms">
      <h2 id="line-forms">{say('line.forms')}</h2>
      <p className="small">{say('line.formsWhy')}</p>
      {forms.length + wanted.length === 0 ? <p>{say('line.formsNone')}</p> : null}
      <ul className="line-papers">
        {forms.map((form) => (
          <li key={`${form.unit.id} ${form.title}`}>
            <b>{form.title}</b>{' '}
            <Chip tone={form.attached ? 'calm' : 'due'}>
              {say(form.attached ? 'line.formSent' : 'line.formApproved')}
            </Chip>
            <br />
            <span className="small">{say('line.formRow', { unit: form.unit.name, basis: form.legalBasis })}</span>
            {attach && !form.attached && form.unit.id === told.of.id ? <SendDown told={told} form={form} /> : null}
          </li>
        ))}
        {wanted.map((form) => (
          <Asked key={`${form.unit.id} ${form.title} ${form.on} ${form.state}`} form={form} />
        ))}
      </ul>
      {ask ? <WantForm told={told} /> : null}
      {approve ? <ApproveForm told={told} /> : null}
    </section>
  )
}

/** What was asked for: who is to answer, or why it was refused. */
function Asked({ form }: { form: Told['wanted'][number] }) {
  const { say } = useSpeech()
  const day = useDay()
  return (
    <li>
      <b>{form.title}</b>{' '}
      <Chip tone={form.state === 'asked' ? 'due' : 'late'}>
        {say(form.state === 'asked' ? 'line.formAsked' : 'line.formRefused')}
      </Chip>
      <br />
      <span className="small">
        {say('line.wantedBy', { unit: form.unit.name, day: day(form.on) })} ·{' '}
        {form.state === 'asked'
          ? say('line.formWaits', { unit: form.approver.name })
          : say('line.formNo', { unit: form.answeredBy?.name ?? form.approver.name, reason: form.reason ?? '' })}
      </span>
    </li>
  )
}

/** Sends down what was approved. */
function SendDown({ told, form }: { told: Told; form: Form }) {
  const { say } = useSpeech()
  const attach = useCommand('form.attach', `form.attach ${told.id} ${told.of.id} ${form.title}`, {
    onAccepted: () => undefined,
    oneClick: true,
  })
  return (
    <p>
      <Button
        pending={attach.phase.is === 'sending'}
        onPress={() =>
          void attach.submit(realmOfId(told.id), { directive: told.id, unit: told.of.id, title: form.title })
        }
      >
        {say('line.formSend')}
      </Button>
      <OutcomeWords phase={attach.phase} />
    </p>
  )
}

/** Asks for a form for those below; the union that may let it go down sees the asking and answers. */
function WantForm({ told }: { told: Told }) {
  const { say } = useSpeech()
  const key = `form.ask ${told.id} ${told.of.id}`
  const draft = useDraft(key, { title: '', why: '' })
  const ask = useCommand('form.ask', key, { onAccepted: draft.clear })
  const { title, why } = draft.value
  return (
    <LineForm
      {...{ title: say('line.formWant'), act: say('line.formWantDo'), phase: ask.phase, done: say('line.formWanted') }}
      ready={title.trim() !== '' && why.trim() !== ''}
      submit={() =>
        void ask.submit(realmOfId(told.id), {
          ...{ directive: told.id, unit: told.of.id, title: title.trim(), why: why.trim() },
        })
      }
    >
      <p className="small">{say('line.formWantWhy')}</p>
      <TextInput
        label={say('line.formTitle')}
        value={title}
        onChange={(to) => draft.change({ title: to })}
        maxLength={200}
        required
      />
      <TextInput
        label={say('line.formNeed')}
        hint={say('line.formNeedHint')}
        value={why}
        onChange={(to) => draft.change({ why: to })}
        long
        required
      />
    </LineForm>
  )
}

/** A province, or the nation, names the law behind a form that the union looked at wants. */
function ApproveForm({ told }: { told: Told }) {
  const { say } = useSpeech()
  const key = `form.approve ${told.id} ${told.of.id}`
  const draft = useDraft(key, { title: '', legalBasis: '' })
  const approve = useCommand('form.approve', key, { onAccepted: draft.clear })
  const { title, legalBasis } = draft.value
  return (
    <LineForm
      {...{ title: say('line.formApprove', { unit: told.of.name }), act: say('line.formApproveDo') }}
      {...{ phase: approve.phase, ready: title.trim() !== '' && legalBasis.trim() !== '' }}
      submit={() =>
        void approve.submit(realmOfId(told.id), {
          ...{ directive: told.id, unit: told.of.id, title: title.trim(), legalBasis: legalBasis.trim() },
        })
      }
    >
      <p className="small">{say('line.formApproveWhy')}</p>
      <TextInput
        label={say('line.formTitle')}
        value={title}
        onChange={(to) => draft.change({ title: to })}
        maxLength={200}
        required
      />
      <TextInput
        label={say('line.formBasis')}
        hint={say('line.formBasisHint')}
        value={legalBasis}
        onChange={(to) => draft.change({ legalBasis: to })}
        long
        required
      />
    </LineForm>
  )
}
