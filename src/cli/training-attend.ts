import { isId, realmOfId } from '../domain/id.ts'
import { attendanceMost, trainingCommands } from '../protocol/training-command.ts'
import { AccountRefused } from '../server/account/account-refused.ts'
import { type AccountDesk, order } from '../server/account/open-account.ts'
import { parse } from '../server/http/api/parse.ts'
import { atDesk } from './account-person.ts'
import { encodingOf, encodingOption, textOf } from './text-file.ts'
import { UsageError, type Verb } from './verb.ts'

type Rejected = { readonly line: number; readonly column: string; readonly why: string }
/** `faults`: how many rows were not taken; `rejected` names two hundred of them at most. */
type Booked = {
  readonly applied: boolean
  readonly rows: number | null
  readonly faults: number
  readonly rejected: readonly Rejected[]
}

/** `training attend CLASS FILE.csv`: who was at the sessions of a class, from a sheet; the good rows, unless all or nothing. */
export const verb: Verb = {
  name: 'training attend',
  summary: 'bring the attendance of a class from a CSV file',
  usage: 'training attend CLASS FILE.csv',
  options: {
    'all-or-nothing': { type: 'boolean', help: 'book nothing at all when any row is bad' },
    ...encodingOption,
  },
  positionals: { min: 2, max: 2 },
  about: [
    'CLASS is the id of the class, as its address on the desk ends. The first line of the file names the columns: who (a',
    'login or an account), session (its number), hours (empty: the whole session). Every bad row is named with line,',
    'column and why; a later file takes the place of what it marks again. Exit code 1 when a row was rejected.',
    'With --json: {applied, rows, faults, rejected: [{line, column, why}]}; rows is null where nothing was booked, faults',
    'says how many rows were bad, of which two hundred at most are named.',
  ].join('\n'),
  async run(context) {
    const [id, file] = context.positionals as readonly [string, string]
    if (!isId(id)) throw new UsageError(`${this.name}: ${id} is not the id of a class`)
    const text = await textOf(file, attendanceMost, encodingOf(context))
    const asked = { class: id, text, allOrNothing: context.flag('all-or-nothing') }
    const booked = await atDesk(context, this.name, (desk) => book(desk, asked))
    if (!context.json)
      for (const { line, column, why } of booked.rejected) context.say(`rejected line ${line}, ${column}: ${why}`)
    context.print(booked, summary(booked))
    return booked.faults > 0 ? 1 : 0
  },
}

async function book(desk: AccountDesk, asked: { readonly class: string }): Promise<Booked> {
  const body = parse(trainingCommands['class.attend-import'].body, asked, 'body')
  try {
    const accepted = await order(desk, realmOfId(body.class), 'class.attend-import', body)
    const { rows, faults, rejected } = accepted as unknown as Omit<Booked, 'applied'>
    return { applied: true, rows, faults, rejected }
  } catch (error) {
    if (!(error instanceof AccountRefused) || error.code !== 'class.rows') throw error
    const { rows, list } = error.params
    return { applied: false, rows: null, faults: Number(rows), rejected: listed(String(list)) }
  }
}

/** The faults as the refusal lists them: `2 who unknown; 5 hours too-many`. */
function listed(list: string): readonly Rejected[] {
  return list.split('; ').flatMap((each) => {
    const [line, column, why] = each.split(' ')
    return column && why ? [{ line: Number(line), column, why }] : []
  })
}

function summary({ applied, rows, faults }: Booked): string {
  if (!applied) return `nothing was booked: ${faults} rows rejected`
  return `${rows} rows: ${(rows ?? 0) - faults} booked, ${faults} rejected`
}
