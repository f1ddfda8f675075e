import type { ContentRef, Sealed } from '../../domain/decision.ts'
import { makeId } from '../../domain/id.ts'
import { randomTake } from '../random.ts'
import type { Statement } from '../statement.ts'
import { type Committed, commitTo, refOf, sealContent } from '../vault/content.ts'
import type { Erasure as Remembered } from '../vault/erasures-file.ts'
import { type KeptFile, sealFileKey } from '../vault/file-keys.ts'
import { codeMac, type Receipt, receiptOf } from '../vault/receipt-code.ts'
import { nameOf, type Part } from '../vault/subject-keys.ts'
import { type VaultRows, vaultStatements } from '../vault/write.ts'
import type { CommandContext } from './context.ts'

type ToSeal = { readonly subject: string; readonly id: string; readonly what: Sealed; readonly committed: Committed }
type FileToKeep = { readonly subject: string; readonly file: KeptFile }
type Erasure = Omit<Remembered, 'realm' | 'version'> & { readonly version: number }

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
  #toSeal: ToSeal[] = []
  #toKeep: FileToKeep[] = []
  readonly #erasures: Erasure[] = []
  readonly #erasedBefore: Erasure[] = []
  readonly #rows: VaultRows = { keys: [], content: [], files: [], receipts: [], erasures: this.#erasures }

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

  /** Remembers to seal the key of a file under the subject's. */
  keepFile(subject: string, file: KeptFile): void {
    this.#toKeep.push({ subject, file })
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

  /** What the batch was told of these parts so far goes too; what it is told later is sealed with a new key. */
  erase(erasure: Erasure): void {
    const { subject, parts } = erasure
    this.#erasures.push(erasure)
    for (const part of parts) this.#keys.delete(nameOf(this.#realm, subject, part))
    const stays = ({ subject: of, what }: ToSeal) => of !== subject || !parts.includes(what.part)
    this.#toSeal = this.#toSeal.filter(stays)
    this.#toKeep = this.#toKeep.filter(({ subject: of, file }) => of !== subject || !parts.includes(file.part))
  }

  /** An erasure that an earlier batch made, to be written down outside the database once more. */
  erasedBefore(erasure: Erasure): void {
    this.#erasedBefore.push(erasure)
  }

  /** Seals what was committed to; gives what writes it. Once a batch. */
  seal(): Statement[] {
    for (const { subject, id, what, committed } of this.#toSeal)
      this.#rows.content.push(sealContent(this.#keyOf(subject, what.part), this.#realm, subject, id, what, committed))
    for (const { subject, file } of this.#toKeep)
      this.#rows.files.push(sealFileKey(this.#keyOf(subject, file.part), this.#realm, subject, file))
    return vaultStatements(this.#realm, this.#rows)
  }

  /** After the commit: forgets the keys destroyed, writes erasures down outside the database. */
  committed(): void {
    const { subjectKeys, erasures } = this.#context
    for (const erasure of [...this.#erasedBefore, ...this.#erasures]) {
      const { subject, parts } = erasure
      erasures.append({ realm: this.#realm, ...erasure })
      for (const part of parts) subjectKeys.forget(nameOf(this.#realm, subject, part))
    }
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
