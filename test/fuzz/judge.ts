import type { LightMyRequestResponse } from 'fastify'
import { faults, refusals } from '../../src/protocol/refusal.ts'
import { httpFaults } from '../../src/server/http/wire/problem.ts'
import { MARKER } from './flawed-json.ts'
import type { FuzzRequest } from './request.ts'

const codes = new Set([...Object.keys(faults), ...Object.keys(refusals), ...Object.keys(httpFaults)])
/** Codes that are about the body or the query, and must name what to mend. */
const named = new Set([
  'field.invalid',
  ...Object.entries(refusals).flatMap(([code, { ...spec }]) => ('field' in spec ? [code] : [])),
])

/** What is wrong with the answer to a request, or nothing. */
export function faultIn(request: FuzzRequest, answer: LightMyRequestResponse): string | null {
  const { statusCode: status, headers, body } = answer
  if (status >= 500) return 'is a 5xx'
  if (status < 400) return request.malformed ? 'was taken' : null
  const type = String(headers['content-type'] ?? '')
  if (request.method === 'HEAD') return null
  if (type.startsWith('text/html'))
    return new URL(request.url, 'http://localhost').pathname.startsWith('/api/') ? 'is a page for a program' : null
  if (!type.startsWith('application/problem+json')) return `is of type ${type}`
  if (body.includes(MARKER) || body.includes(encodeURIComponent(MARKER))) return 'says again what was sent'
  const { status: said, code, field, title, detail } = answer.json()
  if (said !== status || typeof title !== 'string' || typeof detail !== 'string') return 'is no whole problem document'
  if (!codes.has(code)) return `has the unknown code ${code}`
  return named.has(code) && typeof field !== 'string' ? `does not say which field (${code})` : null
}

/** Route × status class, for people to look at. */
export class Tally {
  readonly #rows = new Map<string, Map<string, number>>()

  count(route: string, status: number): void {
    const row = this.#rows.get(route) ?? new Map<string, number>()
    this.#rows.set(route, row)
    const column = `${Math.floor(status / 100)}xx`
    row.set(column, (row.get(column) ?? 0) + 1)
  }

  of(route: string): number {
    return [...(this.#rows.get(route)?.values() ?? [])].reduce((sum, n) => sum + n, 0)
  }

  toString(): string {
    const columns = ['2xx', '3xx', '4xx', '5xx']
    const line = (name: string, cells: readonly (string | number)[]) =>
      name.padEnd(44) + cells.map((cell) => String(cell).padStart(7)).join('')
    const rows = [...this.#rows].sort().map(([name, row]) =>
      line(
        name,
        columns.map((column) => row.get(column) ?? 0),
      ),
    )
    return [line('route', columns), ...rows].join('\n')
  }
}
