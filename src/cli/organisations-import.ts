import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { localDateOf } from '../domain/calendar/local-time.ts'
import { type ImportOptions, type ImportResult, importOrganisations } from '../server/organisation/import.ts'
import type { RowFault } from '../server/organisation/import-row.ts'
import { ImportStopped } from '../server/organisation/import-text.ts'
import { stopSignal } from './stop-signal.ts'
import { encodingOf, encodingOption } from './text-file.ts'
import { type Verb, type VerbContext, VerbFailure } from './verb.ts'
import { withDatabase } from './with-database.ts'

// The JSON answer is one document, so its faults are held until the end; a file that is bad throughout must not fill
// the memory. With --rejects every row is written as it comes.
const FAULTS_IN_JSON = 100_000

/** `organisations import FILE.csv`: brings enterprises and grassroots unions; the good rows, unless all or nothing. */
export const verb: Verb = {
  name: 'organisations import',
  summary: 'bring enterprises and grassroots unions from a CSV file',
  usage: 'organisations import FILE.csv',
  options: {
    'all-or-nothing': { type: 'boolean', help: 'write nothing at all when any row is bad' },
    rejects: { type: 'string', value: 'FILE', help: 'write the rejected rows there, with line and reason' },
    ...encodingOption,
  },
  positionals: { min: 1, max: 1 },
  about: [
    'The columns are those of rules/organisations/template.csv; docs/operate/organisations.md explains them.',
    'Every bad row is named with line, column and why. Ctrl-C leaves what was written; the same file again goes on.',
    'Exit code 1 when a row was rejected or the file could not be read to its end.',
    'With --json: {rows, created, updated, unchanged, rejected: [{line, column, value?, why}], rejectedRows, warnings:',
    '[{line, column, value, why}], applied, interrupted}.',
  ].join('\n'),
  async run(context) {
    const file = context.positionals[0] as string
    const encoding = encodingOf(context)
    await access(file, constants.R_OK).catch(() => {
      throw new VerbFailure(`cannot read ${file}`)
    })
    const collect = collector(context)
    const stop = stopSignal()
    const abort = new AbortController()
    void stop.asked.then(() => {
      context.say('stopping after the rows in hand …')
      abort.abort()
    })
    const rejectsFile = context.text('rejects')
    const rejects = rejectsFile === undefined ? undefined : createWriteStream(rejectsFile)
    try {
      if (rejects) await once(rejects, 'open')
      const result = await load(context, file, {
        allOrNothing: context.flag('all-or-nothing'),
        signal: abort.signal,
        onFault: collect.fault,
        onWarning: collect.warning,
        onProgress: context.say,
        ...(encoding ? { encoding } : {}),
        ...(rejects ? { rejects } : {}),
      })
      const { rejected: rejectedRows, warnings: _, ...counts } = result
      context.print({ ...counts, rejected: collect.faults, rejectedRows, warnings: collect.warnings }, summary(result))
      return rejectedRows > 0 || result.interrupted ? 1 : 0
    } finally {
      stop.release()
      if (rejects) await new Promise((resolve) => rejects.end(resolve))
    }
  },
}

async function load(context: VerbContext, file: string, options: Omit<ImportOptions, 'on'>): Promise<ImportResult> {
  return withDatabase({ config: context.config(), verb: verb.name, say: context.say }, async ({ db, clock }) => {
    const on = localDateOf(clock.now().getTime())
    try {
      return await importOrganisations(db.owner, createReadStream(file), { ...options, on })
    } catch (error) {
      if (error instanceof ImportStopped) throw new VerbFailure(`${file}: ${error.message}`)
      throw error
    }
  })
}

function collector({ json, say }: VerbContext) {
  const faults: RowFault[] = []
  const warnings: RowFault[] = []
  const take = (list: RowFault[], word: string) => (one: RowFault) => {
    if (!json)
      say(
        `${word} line ${one.line}${one.column ? `, ${one.column}` : ''}${one.value ? ` “${one.value}”` : ''}: ${one.why}`,
      )
    else if (list.length < FAULTS_IN_JSON) list.push(one)
  }
  return { faults, warnings, fault: take(faults, 'rejected'), warning: take(warnings, 'warning') }
}

function summary(result: ImportResult): string {
  const { rows, created, updated, unchanged, rejected, warnings } = result
  const counts = `${rows} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected, ${warnings} warnings`
  if (!result.applied) return `${counts}; nothing was written (--all-or-nothing)`
  return result.interrupted ? `${counts}; interrupted, run again for the rest` : counts
}
