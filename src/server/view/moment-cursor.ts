import { Fault } from '../fault.ts'

/** Where a page of a list by instant, realm and id begins: behind this row, newest first. */
export type Moment = { readonly at: string; readonly realm: number; readonly id: string }

const beforeAll: Moment = { at: 'infinity', realm: 2147483647, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** The cursor of the last row of a page. */
export function writeMoment(at: Date, realm: number, id: string): string {
  return `${at.toISOString()}~${realm}~${id}`
}

/** The first page where there is none. @throws Fault 400 where it is no cursor */
export function readMoment(text: string | undefined): Moment {
  if (text === undefined) return beforeAll
  const found =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,5})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text)
  const at = found?.[1] ?? ''
  // JavaScript reads 30 February and the year 0 as days; PostgreSQL does not.
  if (!found || at < '0001' || Number.isNaN(Date.parse(at)) || new Date(at).toISOString() !== at)
    throw new Fault(400, 'field.invalid', { field: 'after' })
  return { at, realm: Number(found[2]), id: found[3] as string }
}
