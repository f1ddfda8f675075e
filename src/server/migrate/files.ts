import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The folder of db/ in this package. */
export const dbFolder = path.resolve(import.meta.dirname, '..', '..', '..', 'db')

export type MigrationFile = {
  readonly id: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
  /** Whether programs from before it cannot work with the schema after it. */
  readonly breaking: boolean
}

/** Reads NNNN_name.sql in order; numbers run from 1 without a gap. Throws on a file that does not explain itself. */
export function readMigrations(folder: string = path.join(dbFolder, 'migrations')): readonly MigrationFile[] {
  const names = readdirSync(folder)
    .filter((each) => each.endsWith('.sql'))
    .sort()
  return names.map((file, index) => {
    const [, number, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file) ?? []
    if (!number || !name) throw new Error(`${file}: a migration is named NNNN_what_it_makes.sql`)
    if (Number(number) !== index + 1) throw new Error(`${file}: expected number ${String(index + 1).padStart(4, '0')}`)
    const sql = readFileSync(path.join(folder, file), 'utf8')
    const heading = sql.slice(0, sql.search(/^(?!--|\s*$)/m))
    const [, breaking] = /^-- breaking: (yes|no)$/m.exec(heading) ?? []
    if (!breaking)
      throw new Error(`${file}: must begin with a comment that has "-- breaking: yes" or "-- breaking: no"`)
    const sha256 = createHash('sha256').update(sql).digest('hex')
    return { id: Number(number), name, sql, sha256, breaking: breaking === 'yes' }
  })
}
