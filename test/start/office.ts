import { expect } from 'vitest'
import { makeId } from '../../src/domain/id.ts'
import type { CommandKind } from '../../src/protocol/command.ts'

/** What the office was given by whoever made its account, and what it makes of it. */
export const officePasswords = ['first green umbrellas', 'second green umbrellas'] as const

/** A session of the leading group's office, by password, as a browser has it. */
export async function office(address: string, realm: number) {
  const open = async (where: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${address}${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    expect(answer.status, await answer.clone().text()).toBe(200)
    const cookie = String(answer.headers.get('set-cookie')).split(';')[0] as string
    return { cookie, 'x-csrf': String(((await answer.json()) as { csrf: string }).csrf) }
  }
  const first = await open('/api/session', { login: 'line', password: officePasswords[0] })
  const session = await open('/api/session/password', { old: officePasswords[0], new: officePasswords[1] }, first)
  return async (kind: CommandKind, body: object): Promise<string> => {
    const id = makeId(realm, Date.now(), crypto.getRandomValues(new Uint8Array(8)))
    const answer = await fetch(`${address}/api/command/${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...session },
      body: JSON.stringify({ id, body }),
    })
    const told = (await answer.json()) as { accepted?: { stream: string } }
    expect(told, kind).toHaveProperty('accepted')
    return String(told.accepted?.stream)
  }
}
