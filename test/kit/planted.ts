import type { Pool } from 'pg'

/** Every shape in which a value could stand somewhere. */
function shapes(value: string): Buffer[] {
  const forms = [value, value.normalize('NFC'), value.normalize('NFD'), JSON.stringify(value).slice(1, -1)]
  const escaped = [...value]
    .flatMap((c) => c.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('')
  const bytes = forms.flatMap((form) => [
    Buffer.from(form),
    Buffer.from(form, 'utf16le'),
    Buffer.from(encodeURIComponent(form)),
  ])
  return [...bytes, Buffer.from(escaped), ...forms.flatMap((form) => encoded(Buffer.from(form)))]
}

/** Base64 at each of the three places where it can begin, and hex. The ends, which depend on neighbours, are left out. */
function encoded(plain: Buffer): Buffer[] {
  const base64 = [0, 1, 2].map((skip) => plain.subarray(skip).toString('base64').replace(/=+$/, '').slice(0, -1))
  return [...base64, plain.toString('hex')].map((text) => Buffer.from(text))
}

/** Which of the values stand in the bytes, in whatever shape. */
export function whereIn(bytes: Buffer, values: readonly string[]): string[] {
  return values.filter((value) => shapes(value).some((shape) => bytes.includes(shape)))
}

/** Every column of every table as bytes, under its name. */
export async function dumpColumns(owner: Pool): Promise<Map<string, Buffer>> {
  const { rows: columns } = await owner.query(
    `select table_schema as schema, table_name as table, column_name as column, data_type as type from information_schema.columns
     where table_schema not in ('pg_catalog', 'information_schema') order by 1, 2, ordinal_position`,
  )
  const found = new Map<string, Buffer>()
  for (const { schema, table, column, type } of columns) {
    const { rows } = await owner.query(
      `select "${column}"${type === 'bytea' ? '' : '::text'} as v from "${schema}"."${table}" where "${column}" is not null`,
    )
    const parts = rows.map(({ v }: { v: Buffer | string }) => (typeof v === 'string' ? Buffer.from(v) : v))
    found.set(`${table}.${column}`, Buffer.concat(parts))
  }
  return found
}
