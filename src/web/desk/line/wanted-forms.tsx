import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { LineForm } from './form.tsx'
import { wantedFormsQuery } from './queries.ts'
import { useDay } from './units.ts'

type Row = ViewAnswer<'wanted-forms'>['rows'][number]

/** Forms that wait for the answer of the own union; nothing at all where none does. */
export function WantedForms() {
  const { say } = useSpeech()
  const wanted = useInfiniteQuery(wantedFormsQuery)
  const rows = wanted.data?.pages.flatMap((page) => page.rows) ?? []
  if (rows.length === 0) return null
  return (
    <section className="card line-wanted" aria-labelledby="line-wanted">
      <h2 id="line-wanted">{say('line.wanted')}</h2>
      <p className="small">{say('line.wantedWhy')}</p>
      <ul className="line-papers">
        {rows.map((row) => (
          <Wanted key={`${row.directive.id} ${row.unit.id} ${row.title}`} row={row} />
        ))}
      </ul>
      {wanted.hasNextPage ? <Button onPress={() => void wanted.fetchNextPage()}>{say('line.more')}</Button> : null}
    </section>
  )
}

function Wanted({ row }: { row: Row }) {
  const { say } = useSpeech()
  const day = useDay()
  const { directive, unit } = row
  return (
    <li>
      <b>{row.title}</b>
      <br />
      <span className="small">
        {say('line.wantedBy', { unit: unit.name, day: day(row.on) })}{' '}
        <Link
          to="/line/$campaign/$directive"
          params={{ campaign: directive.campaign, directive: directive.id }}
          search={{ unit: unit.id }}
        >
          {say('line.wantedUnder', { number: directive.number, title: directive.title })}
        </Link>
      </span>
      <p className="line-said">{row.why}</p>
      {row.verbs.includes('form.approve') ? <Approve row={row} /> : null}
      {row.verbs.includes('form.refuse') ? <Refuse row={row} /> : null}
    </li>
  )
}

function Approve({ row: { directive, unit, title } }: { row: Row }) {
  const { say } = useSpeech()
  const key = `form.approve ${directive.id} ${unit.id} ${title}`
  const draft = useDraft(key, { legalBasis: '' })
  const approve = useCommand('form.approve', key, { onAccepted: draft.clear })
  const legalBasis = draft.value.legalBasis.trim()
  return (
    <LineForm
      {...{ title: say('line.wantedApprove', { title }), act: say('line.formApproveDo') }}
      {...{ phase: approve.phase, ready: legalBasis !== '' }}
      submit={() =>
        void approve.submit(realmOfId(directive.id), { directive: directive.id, unit: unit.id, title, legalBasis })
      }
    >
      <p className="small">{say('line.formApproveWhy')}</p>
      <TextInput
        label={say('line.formBasis')}
        hint={say('line.formBasisHint')}
        value={draft.value.legalBasis}
        onChange={(to) => draft.change({ legalBasis: to })}
        long
        required
      />
    </LineForm>
  )
}

function Refuse({ row: { directive, unit, title } }: { row: Row }) {
  const { say } = useSpeech()
  const key = `form.refuse ${directive.id} ${unit.id} ${title}`
  const draft = useDraft(key, { reason: '' })
  const refuse = useCommand('form.refuse', key, { onAccepted: draft.clear })
  const reason = draft.value.reason.trim()
  return (
    <LineForm
      {...{ title: say('line.wantedRefuse', { title }), act: say('line.wantedRefuseDo') }}
      {...{ phase: refuse.phase, ready: reason !== '' }}
      submit={() =>
        void refuse.submit(realmOfId(directive.id), { directive: directive.id, unit: unit.id, title, reason })
      }
    >
      <TextInput
        label={say('line.wantedReason')}
        hint={say('line.wantedReasonHint')}
        value={draft.value.reason}
        onChange={(to) => draft.change({ reason: to })}
        long
        required
      />
    </LineForm>
  )
}
