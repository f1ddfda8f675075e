import type { ClientBase } from 'pg'
import type { ContentRef, Sealed } from '../../domain/decision.ts'
import { makeId } from '../../domain/id.ts'
import { randomTake } from '../random.ts'
import { type Committed, commitTo, refOf, sealContent } from '../vault/content.ts'
import { codeMac, type Receipt, receiptOf } from '../vault/receipt-code.ts'
import { nameOf, type Part } from '../vault/subject-keys.ts'
import { type VaultRows, writeVault } from '../vault/write.ts'
import type { CommandContext } from './context.ts'

type ToSeal = { readonly subject: string; readonly id: string; readonly what: Sealed; readonly committed: Committed }
type Erasure = { readonly subject: string; readonly parts: readonly Part[]; readonly reason: string }

/**
 * What a batch puts into the vault. While commands are decided it only commits to the texts, which the events need;
 * sealing them, which costs ten times as much, waits until the ledger's rows are on their way to the database.
 */
export class BatchVault {
  readonly #context: CommandContext
  readonly #realm: number
  readonly #now: Date
  readonly #realmKey: { id: number; key: Buffer }
  /** Keys of the batch's subjects by name: found, or made here. */
  readonly #keys: Map<string, Buffer>
  readonly #receipts = new Map<string, Receipt>()
  readonly #toSeal: ToSeal[] = []
  readonly #erasures: Erasure[] = []
  readonly #rows: VaultRows = { keys: [], content: [], receipts: [], erasures: this.#erasures }

  constructor(
    context: CommandContext,
    realm: number,
    now: Date,
    realmKey: { id: number; key: Buffer },
    keys: Map<string, Buffer>,
  ) {
    this.#context = context
    this.#realm = realm
    this.#now = now
    this.#realmKey = realmKey
    this.#keys = keys
  }

  /** Commits to a text of the subject and remembers to seal it. */
  commit(subject: string, what: Sealed): ContentRef {
    const id = makeId(this.#realm, this.#now.getTime(), randomTake(8))
    const committed = commitTo(what.value)
    this.#toSeal.push({ subject, id, what, committed })
    return refOf(id, what.part, committed)
  }

  issueReceipt(command: string, demand: string, { number, assisted }: { number: string; assisted: boolean }): void {
    const { keys, rules } = this.#context
    const receipt = receiptOf(keys.receipt, command, rules.checkWords)
    const mac = codeMac(keys.receipt, number, receipt.code)
    this.#receipts.set(command, receipt)
    this.#rows.receipts.push({
      realm: this.#realm,
      demand,
      number,
      assisted,
      codeMac: mac,
      checkWord: receipt.checkWord,
    })
  }

  /** The receipt issued for a command of this batch. */
  receiptFor(command: string): Receipt | undefined {
    return this.#receipts.get(command)
  }

  erase(erasure: Erasure): void {
    this.#erasures.push(erasure)
  }

  /** Seals what was committed to and sends the rows; the statements are on their way when this returns its promise. */
  write(client: ClientBase): Promise<void> {
    for (const { subject, id, what, committed } of this.#toSeal)
      this.#rows.content.push(sealContent(this.#keyOf(subject, what.part), this.#realm, subject, id, what, committed))
    return writeVault(client, this.#realm, this.#rows)
  }

  /** After the commit: remembers the keys, forgets those destroyed, writes erasures down outside the database. */
  committed(): void {
    const { subjectKeys, erasures } = this.#context
    for (const { subject, parts, reason } of this.#erasures) {
      erasures.append({ realm: this.#realm, subject, parts, reason })
      for (const part of parts) {
        const name = nameOf(this.#realm, subject, part)
        subjectKeys.forget(name)
        this.#keys.delete(name)
      }
    }
    for (const [name, key] of this.#keys) subjectKeys.remember(name, key)
  }

  #keyOf(subject: string, part: Part): Buffer {
    const name = nameOf(this.#realm, subject, part)
    const known = this.#keys.get(name)
    if (known) return known
    const made = this.#context.subjectKeys.make(this.#realm, subject, part, this.#realmKey)
    this.#rows.keys.push(made.row)
    this.#keys.set(name, made.key)
    return made.key
  }
}
