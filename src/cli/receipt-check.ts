import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { checkProof } from '../server/ledger/prove.ts'
import { type Verb, VerbFailure } from './verb.ts'
import { withDatabase } from './with-database.ts'

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const whole = z.int()
const Proof = z.object({
  event: z.object({
    ...{ realm: whole, position: whole, stream: z.string(), version: whole, noun: z.string(), kind: z.string() },
    ...{ body: z.string(), actor: z.string(), command: z.string(), rules: z.string(), at: whole, batch: whole },
    prev: z.string().check(z.regex(/^([0-9a-f]{64})?$/)),
  }),
  path: z.array(z.object({ left: z.boolean(), hash })),
  root: hash,
  sealedAt: whole,
})
const most = 256 * 1024

/** `receipt check FILE`: whether the proof a worker saved holds, and with --ledger whether the ledger still says so. */
export const verb: Verb = {
  name: 'receipt check',
  summary: 'check the proof a worker saved under a receipt',
  usage: 'receipt check FILE',
  options: {
    ledger: { type: 'boolean', help: 'also hold it against the batch of that number in the database here' },
  },
  positionals: { min: 1, max: 1 },
  about: [
    'Needs no server and no database: the event is hashed anew, and the path in the file must lead from it to the root of its',
    'batch. With --ledger the root is compared with the one the database holds. Exit code 0: it holds; 1: it does not.',
    'With --json: {holds, ledger, number, realm, batch, root}.',
  ].join('\n'),
  async run(context) {
    const file = context.positionals[0] as string
    const proof = await read(file)
    const holds = checkProof(proof)
    const { realm, batch, body } = proof.event
    const ledger = context.flag('ledger')
      ? await withDatabase({ config: context.config(), verb: this.name, say: context.say }, async ({ db }) => {
          const { rows } = await db.owner.query('select root from ledger_batch where realm = $1 and n = $2', [
            realm,
            batch,
          ])
          return rows[0]?.root.toString('hex') === proof.root
        })
      : null
    const told = { holds, ledger, number: numberIn(body), realm, batch, root: proof.root }
    const words = holds ? 'holds' : 'does not hold: the event, the path or the root was changed'
    const same =
      ledger === null
        ? ''
        : ledger
          ? '; the ledger here has the same root'
          : '; the ledger here has another root, or no such batch'
    context.print(told, `${told.number ?? 'the receipt'} in batch ${batch} of realm ${realm}: ${words}${same}`)
    return holds && ledger !== false ? 0 : 1
  },
}

async function read(file: string) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new VerbFailure(`cannot read ${file}`)
  })
  const parsed = z.safeParse(Proof, text.length <= most ? json(text) : null)
  if (!parsed.success) throw new VerbFailure(`${file} is no proof saved under a receipt`)
  return parsed.data
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function numberIn(body: string): string | null {
  const number = (json(body) as { number?: unknown } | null)?.number
  return typeof number === 'string' ? number : null
}
