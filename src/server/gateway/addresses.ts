import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod'
import { StartError } from '../start-error.ts'
import type { Channel } from './gateway.ts'

/** Where somebody is reached, by channel. */
export type Places = { readonly [C in Channel]?: readonly string[] | undefined }

const list = z.array(z.string().min(1)).min(1).optional()
const https = z
  .array(z.url({ protocol: /^https?$/ }))
  .min(1)
  .optional()
const places = { sms: list, phone: list, mail: z.array(z.email()).min(1).optional(), wecom: https, dingtalk: https }
const schema = z.strictObject({
  unions: z
    .array(z.strictObject({ union: z.string().min(1), section: z.string().min(1).optional(), ...places }))
    .optional(),
  people: z.array(z.strictObject({ login: z.string().min(1), ...places })).optional(),
})
type File = z.infer<typeof schema>

/** The operator's book of addresses: kept in a file beside the keys, never in the database. */
export class Addresses {
  readonly #file: File

  constructor(file: File) {
    this.#file = file
  }

  /** How many unions and people it names. */
  get size(): { readonly unions: number; readonly people: number } {
    return { unions: this.#file.unions?.length ?? 0, people: this.#file.people?.length ?? 0 }
  }

  /** Addresses of a union's section, and those of the whole union. */
  ofUnion(name: string, section: string | null): Places {
    return joined(
      (this.#file.unions ?? []).filter((e) => e.union === name && (e.section === undefined || e.section === section)),
    )
  }

  /** Addresses of one person of the union. */
  ofPerson(login: string): Places {
    return joined((this.#file.people ?? []).filter((each) => each.login === login))
  }
}

/** Addresses of several entries together, each once. */
export function joined(entries: readonly Places[]): Places {
  const found: Partial<Record<Channel, string[]>> = {}
  for (const entry of entries)
    for (const channel of ['sms', 'phone', 'mail', 'wecom', 'dingtalk'] as const)
      for (const each of entry[channel] ?? []) {
        const known = found[channel] ?? []
        if (!known.includes(each)) found[channel] = [...known, each]
      }
  return found
}

/** Reads the book; no file is an empty book. Throws a StartError that says where it is wrong and repeats no address. */
export function readAddresses(file: string | undefined): Addresses {
  if (file === undefined) return new Addresses({})
  let value: unknown
  try {
    value = parse(readFileSync(file, 'utf8'), { prettyErrors: false })
  } catch {
    throw new StartError(
      `NOTICE_ADDRESSES: cannot read ${file}; give a readable YAML file, see docs/operate/notices.md`,
    )
  }
  const read = schema.safeParse(value)
  if (read.success) return new Addresses(read.data)
  const at = read.error.issues[0]?.path.join('.') || 'the file'
  throw new StartError(`NOTICE_ADDRESSES: ${file}: ${at} is not as docs/operate/notices.md shows it; correct it`)
}
