import { STATUS_CODES } from 'node:http'
import type { FastifyReply } from 'fastify'
import { type FaultCode, faults, type RefusalCode } from '../../../protocol/refusal.ts'

/** What goes wrong before a request reaches a rule: between the wire and the routes. */
export const httpFaults = {
  'address.malformed': 'The address is not well-formed.',
  'method.not-allowed': 'This address does not take this method; Allow lists what it takes.',
  'media-type.unsupported': 'The body is of a kind this address does not take.',
  'request.malformed': 'The request cannot be read.',
  'server.closing': 'The server is stopping: try again in a minute.',
  'server.fault': 'Something went wrong on our side. It was written down; try again later.',
} as const

export type ProblemCode = FaultCode | RefusalCode | keyof typeof httpFaults

/** RFC 9457. `code` is stable and has a text in every language; `detail` is English for whoever reads the wire. */
export type Problem = {
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  /** Path of the field to mend, such as `identity.phone`. */
  readonly field?: string | undefined
  /** What the text of the code needs. */
  readonly params?: Readonly<Record<string, string | number>>
}

/** The document itself. `type` is about:blank, as the code says more than an address could. */
export function problemDocument(problem: Problem): Readonly<Record<string, unknown>> {
  const { status, code, detail, field, params } = problem
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    code,
    ...(field === undefined ? {} : { field }),
    ...(params && Object.keys(params).length > 0 ? { params } : {}),
  }
}

export function httpProblem(status: number, code: keyof typeof httpFaults): Problem {
  return { status, code, detail: httpFaults[code] }
}

export function faultProblem(status: number, code: FaultCode, field?: string): Problem {
  return { status, code, detail: faults[code], field }
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemDocument(problem)))
}
