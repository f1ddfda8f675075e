import { type FormEvent, useState } from 'react'
import { showRetrievalCode } from '../../../domain/code/retrieval-code.ts'
import { type Id, realmOfId } from '../../../domain/id.ts'
import type { DeedRow } from '../../../protocol/deed-view.ts'
import { Button } from '../../kit/button.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { TextInput } from '../../kit/text-input.tsx'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'

type Props = { readonly deed: DeedRow; readonly moved: () => void }
type Slip = { readonly number: string; readonly code: string }

/** The buttons of a deed: what its reader may do with it now. */
export function DeedActs({ deed, moved }: Props) {
  const may = (verb: string) => deed.verbs.includes(verb)
  return (
    <>
      {may('deed.approve') ? <Approve deed={deed} moved={moved} /> : null}
      {may('deed.refuse') ? <WithReason deed={deed} moved={moved} kind="deed.refuse" /> : null}
      {may('deed.do') ? <Do deed={deed} moved={moved} /> : null}
      {may('deed.end') ? <WithReason deed={deed} moved={moved} kind="deed.end" /> : null}
      {may('deed.slip') ? <Slips deed={deed} moved={moved} /> : null}
    </>
  )
}

function Approve({ deed, moved }: Props) {
  const { say } = useSpeech()
  const sign = useCommand('deed.approve', `deed.approve ${deed.id}`, { oneClick: true, onAccepted: moved })
  return (
    <div className="card">
      <p className="small">{say('deeds.approveHint')}</p>
      <OutcomeWords phase={sign.phase} />
      <Button
        kind="act"
        pending={sign.phase.is === 'sending'}
        onPress={() => void sign.submit(realmOf(deed.id), { deedId: deed.id })}
      >
        {say('deeds.approve')}
      </Button>
    </div>
  )
}

function WithReason({ deed, moved, kind }: Props & { kind: 'deed.refuse' | 'deed.end' }) {
  const { say } = useSpeech()
  const [reason, write] = useState('')
  const act = useCommand(kind, `${kind} ${deed.id}`, { onAccepted: moved })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') void act.submit(realmOf(deed.id), { deedId: deed.id, reason: reason.trim() })
  }
  return (
    <details className="card">
      <summary>{say(`deeds.${kind}`)}</summary>
      <form className="form" onSubmit={submit} noValidate>
        <TextInput label={say('deeds.reason')} long value={reason} onChange={write} />
        <OutcomeWords phase={act.phase} />
        <div className="form-end">
          <Button type="submit" pending={act.phase.is === 'sending'} disabled={reason.trim() === ''}>
            {say(`deeds.${kind}`)}
          </Button>
        </div>
      </form>
    </details>
  )
}

function Do({ deed, moved }: Props) {
  const { say } = useSpeech()
  const today = new Date(useServerTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const [on, choose] = useState(today)
  const [evidence, write] = useState('')
  const done = useCommand('deed.do', `deed.do ${deed.id}`, { onAccepted: moved })
  const until = deed.noticeTo
  if (until !== null && today <= until) return <p className="card">{say('deeds.noticeRuns', { until })}</p>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const told = evidence.trim() === '' ? {} : { evidence: evidence.trim() }
    if (on !== '') void done.submit(realmOf(deed.id), { deedId: deed.id, on, ...told })
  }
  return (
    <form className="form card" aria-label={say('deeds.do')} onSubmit={submit} noValidate>
      <TextInput label={say('deeds.doneOn')} type="date" value={on} onChange={choose} />
      <TextInput label={say('deeds.evidence')} hint={say('deeds.evidenceHint')} value={evidence} onChange={write} />
      <OutcomeWords phase={done.phase} />
      <div className="form-end">
        <Button kind="act" type="submit" pending={done.phase.is === 'sending'}>
          {say('deeds.do')}
        </Button>
      </div>
    </form>
  )
}

/** Slips are shown once, to be printed or copied out; nobody can show them again. */
function Slips({ deed, moved }: Props) {
  const { say } = useSpeech()
  const [slips, show] = useState<readonly Slip[]>([])
  const [count, write] = useState('1')
  const make = useCommand('deed.slip', `deed.slip ${deed.id}`, {
    oneClick: true,
    onAccepted: (accepted) => {
      show((accepted.result.slips as readonly Slip[] | undefined) ?? [])
      moved()
    },
  })
  const ask = (side: 'workers' | 'enterprise', n: number) =>
    void make.submit(realmOf(deed.id), { deedId: deed.id, side, count: n })
  return (
    <section className="card" aria-labelledby="deed-slips">
      <h2 id="deed-slips">{say('deeds.slips')}</h2>
      <p className="small">{say('deeds.slipsHint')}</p>
      <OutcomeWords phase={make.phase} />
      {deed.for === 'workers' ? (
        <div className="form-pair">
          <TextInput label={say('deeds.slipCount')} inputMode="numeric" value={count} onChange={write} />
          <Button pending={make.phase.is === 'sending'} onPress={() => ask('workers', Math.max(1, Number(count) || 1))}>
            {say('deeds.slipMake')}
          </Button>
        </div>
      ) : null}
      {deed.employer ? <Button onPress={() => ask('enterprise', 1)}>{say('deeds.slipEnterprise')}</Button> : null}
      {slips.length > 0 ? (
        <ol className="deed-slips" aria-label={say('deeds.slipsMade')}>
          {slips.map(({ number, code }) => (
            <li key={number}>
              <span className="num">{number}</span> <b className="num">{showRetrievalCode(code)}</b>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}

const realmOf = (id: string) => realmOfId(id as Id)
