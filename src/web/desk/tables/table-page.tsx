import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { realmOfId } from '../../../domain/id.ts'
import type { Measure } from '../../../domain/measure/measure.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { serverTime } from '../../kit/server-time.ts'
import { TextInput } from '../../kit/text-input.tsx'
import { Problem } from '../api/request.ts'
import { useCommand } from '../api/use-command.ts'
import { rulesQuery } from '../api/view.ts'
import { PlainPage } from '../office/page.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { sheetQuery, sheetsMoved } from './queries.ts'
import './tables.css'

type Sheet = ViewAnswer<'sheet'>

/** One table: what its columns ask for, confirmed by a person; then filled and taken away. */
export function TablePage() {
  const { say } = useSpeech()
  const { sheet } = useParams({ strict: false }) as { sheet: string }
  const page = useQuery(sheetQuery(sheet))
  // Without the names of the measures a choice would stand there empty.
  const { data: rules, isPending, isError } = useQuery(rulesQuery)
  const gone = page.error instanceof Problem && page.error.status === 404
  return (
    <PlainPage title={page.data?.title ?? say('tables.title')}>
      <div className="tables">
        <Link to="/tables">{say('tables.back')}</Link>
        {page.isPending || (isPending && !gone) ? <Skeleton label={say('loading')} rows={5} /> : null}
        {(page.isError && !page.data) || isError ? (
          <Notice tone="wrong" title={say(gone ? 'refusal.not-found' : 'error.title')}>
            {gone ? null : say('error.why')}
          </Notice>
        ) : null}
        {page.data && rules ? <Matching key={sheet} sheet={page.data} measures={rules.measures} /> : null}
        {page.data?.confirmed ? <Filling sheet={page.data} /> : null}
      </div>
    </PlainPage>
  )
}

function Matching({ sheet, measures }: { sheet: Sheet; measures: ViewAnswer<'rules'>['measures'] }) {
  const { say } = useSpeech()
  const names = useNames()
  const queries = useQueryClient()
  const month = new Date(serverTime()).toISOString().slice(0, 7)
  const [chosen, choose] = useState<ReadonlyMap<number, string | null>>(
    new Map(sheet.columns.map(({ column, measure }) => [column, measure])),
  )
  const [months, span] = useState({
    from: sheet.fromMonth ?? `${month.slice(0, 4)}-01`,
    to: sheet.toMonth ?? month,
  })
  const [rows, by] = useState(sheet.rows)
  const [wrong, tell] = useState(false)
  const match = useCommand('sheet.match', `sheet.match ${sheet.id}`, { onAccepted: () => void sheetsMoved(queries) })
  const items = measures.map(({ code }) => ({ id: code, name: names.name('measure', code) }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const fits = [months.from, months.to].every((each) => /^20\d\d-(0[1-9]|1[0-2])$/.test(each))
    tell(!fits)
    if (!fits) return
    const columns = sheet.columns.flatMap(({ column, header }) => {
      const measure = chosen.get(column)
      return measure ? [{ column, header, measure: measure as Measure }] : []
    })
    const body = { sheet: sheet.id, fromMonth: months.from, toMonth: months.to, rows, header: sheet.header, columns }
    void match.submit(realmOfId(sheet.id), body)
  }
  return (
    <form className="form card" aria-label={say('tables.columns')} onSubmit={submit} noValidate>
      <h2>{say('tables.columns')}</h2>
      <p className="small">
        {[
          say('tables.askedBy', { from: sheet.from, on: sheet.askedOn }),
          ...(sheet.dueOn ? [say('tables.due', { on: sheet.dueOn })] : []),
          sheet.name,
        ].join(' · ')}
      </p>
      <p>{say('tables.columnsWhy')}</p>
      {sheet.columns.map(({ column, header }) => (
        <Picker
          key={column}
          label={header}
          {...(chosen.get(column) ? {} : { hint: say('tables.unknownColumn') })}
          sections={[{ id: 'all', name: '', items }]}
          value={chosen.get(column) ?? null}
          onChange={(measure) => choose(new Map([...chosen, [column, measure]]))}
          nothing={say('picker.nothing')}
        />
      ))}
      <div className="form-pair">
        <TextInput label={say('tables.fromMonth')} value={months.from} onChange={(from) => span({ ...months, from })} />
        <TextInput label={say('tables.toMonth')} value={months.to} onChange={(to) => span({ ...months, to })} />
      </div>
      <Choices
        label={say('tables.rows')}
        choices={(['own', 'named'] as const).map((id) => ({ id, name: say(`tables.rows.${id}`) }))}
        value={rows}
        onChange={(id) => by(id === 'named' ? 'named' : 'own')}
      />
      <p className="small">{say('tables.rowsFound', { known: sheet.known, unknown: sheet.unknown })}</p>
      <p className="wrong" role="alert">
        {wrong ? say('tables.columnsMissing') : ''}
      </p>
      <OutcomeWords phase={match.phase} />
      <div className="form-end">
        <Button kind="act" type="submit" pending={match.phase.is === 'sending'}>
          {say('tables.confirm')}
        </Button>
      </div>
    </form>
  )
}

function Filling({ sheet }: { sheet: Sheet }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [minutes, state] = useState('')
  const fill = useCommand('sheet.fill', `sheet.fill ${sheet.id}`, {
    onAccepted: () => {
      void sheetsMoved(queries)
      location.assign(`/api/sheet/${sheet.id}`)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const spent = Number(minutes.normalize('NFKC'))
    const body = { sheet: sheet.id, ...(Number.isInteger(spent) && spent > 0 ? { minutes: spent } : {}) }
    void fill.submit(realmOfId(sheet.id), body)
  }
  return (
    <form className="form card" aria-label={say('tables.download')} onSubmit={submit} noValidate>
      <p role="status">{say('tables.confirmed')}</p>
      <TextInput label={say('tables.minutes')} inputMode="numeric" value={minutes} onChange={state} />
      <OutcomeWords phase={fill.phase} />
      <div className="form-end">
        <Button kind="act" type="submit" pending={fill.phase.is === 'sending'}>
          {say('tables.download')}
        </Button>
      </div>
    </form>
  )
}
