import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { cascade } from './cascade/cascade.ts'
import { clocks } from './clocks/clocks.ts'
import { dashboard } from './dashboard/dashboard.ts'
import type { Measured } from './measure.ts'
import { queue } from './queue.ts'
import { type BenchSite, startBenchSite } from './site.ts'
import { submit } from './submit.ts'

const usage = `npm run bench -- [--only submit,queue] [--rows N] [--json]

Measures on a database of its own (embedded PostgreSQL, fsync on, removed afterwards) and prints each figure beside a
limit taken in the same run.
  --only   which measures, comma separated: submit, queue, clocks, dashboard, cascade (default: all)
  --rows   demands already there (default 100000): open and closed; for clocks all open, a tenth of them due;
           for cascade unions that a directive is carried to
  --json   JSON alone on stdout: [{name, value, unit, p50, p99, limit, ratio, rows, limitBy}]
`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rows: { type: 'string', default: '100000' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})
const overSite = { submit, queue } as const
// Seed and work on a database of their own, with nobody else's server beside it.
const apart = { clocks, dashboard, cascade } as const
const names = values.only?.split(',') ?? [...Object.keys(overSite), ...Object.keys(apart)]
const rows = Number(values.rows)
const wrong = names.find((name) => !Object.hasOwn(apart, name) && !Object.hasOwn(overSite, name))
if (values.help || wrong !== undefined || !Number.isInteger(rows) || rows < 0) {
  process.stderr.write(wrong === undefined ? usage : `no measure is called ${wrong}\n\n${usage}`)
  process.exit(values.help ? 0 : 2)
}

const say = (line: string) => process.stderr.write(`${line}\n`)
const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-bench-'))
const measured: Measured[] = []
let site: BenchSite | undefined
try {
  for (const name of names) {
    say(`${name} …`)
    if (Object.hasOwn(apart, name)) {
      await site?.stop()
      site = undefined
      measured.push(...(await apart[name as keyof typeof apart]({ folder: path.join(folder, name), rows, say })))
      continue
    }
    site ??= await startBenchSite({ folder, rows, say })
    measured.push(...(await overSite[name as keyof typeof overSite]({ site, rows, say })))
  }
} finally {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
}
if (values.json) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`)
else for (const m of measured) process.stdout.write(`${describe(m)}\n`)

function describe({ name, value, unit, p50, p99, limit, ratio, rows, limitBy }: Measured): string {
  const round = (n: number) => Math.round(n * 100) / 100
  return `${name}: ${round(value)} ${unit} (p50 ${round(p50)} ms, p99 ${round(p99)} ms) at ${rows} rows; limit ${round(limit)} by ${limitBy}; ratio ${round(ratio)}`
}
