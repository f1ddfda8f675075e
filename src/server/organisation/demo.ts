import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { parse } from 'yaml'
import { z } from 'zod'
import { changeDirectory } from './change-directory.ts'
import { importWith } from './import.ts'
import { ImportStopped } from './import-text.ts'
import { NoSuchSeat } from './scaffold.ts'
import { type SeatRegion, seatUnions } from './seat.ts'
import { readStandard } from './standard.ts'

const Demo = z.object({
  units: z.array(z.object({ region: z.string(), uscc: z.string().optional() })),
  enterprises: z.string(),
})
type Demo = z.infer<typeof Demo>

const FILE = new URL('../../../rules/organisations/demo.yaml', import.meta.url)

/**
 * Brings the demo's unions and enterprises; a second time changes nothing. The fictional regions must be loaded, and
 * the client must not be in a transaction.
 * @param options.on local date from which they are valid
 */
export async function loadDemoOrganisations(client: pg.ClientBase, options: { on: string }): Promise<void> {
  const demo = Demo.parse(parse(await readFile(FILE, 'utf8')))
  await seatDemo(client, demo, options.on)
  await importWith(client, createReadStream(new URL(demo.enterprises, FILE)), {
    on: options.on,
    allOrNothing: true,
    onFault: ({ line, column, why }) => {
      throw new ImportStopped(`${demo.enterprises} line ${line}, ${column}: ${why}`)
    },
  })
}

async function seatDemo(client: pg.ClientBase, demo: Demo, on: string): Promise<void> {
  const standard = await readStandard()
  await changeDirectory(client, async () => {
    let changes = 0
    for (const { region: code, uscc } of demo.units) {
      const { rows } = await client.query<SeatRegion>(
        'select code, name, level, parent, realm from region where code = $1 and valid_to is null',
        [code],
      )
      if (rows.length === 0) throw new NoSuchSeat(`region ${code} is not in force: load the fictional regions first`)
      const { root, created, relinked } = await seatUnions(client, standard, rows, { on })
      const coded = await client.query('update unit set uscc = $2 where id = $1 and uscc is distinct from $2', [
        root,
        uscc ?? null,
      ])
      changes += created + relinked + (coded.rowCount ?? 0)
    }
    return { result: null, changed: changes > 0 }
  })
}
