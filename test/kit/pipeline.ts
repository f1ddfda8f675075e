import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Actor, Role } from '../../src/domain/actor.ts'
import { makeId, realmOfRegion } from '../../src/domain/id.ts'
import type { Rules } from '../../src/domain/rules.ts'
import type { CommandKind, Outcome } from '../../src/protocol/command.ts'
import { SteppingClock } from '../../src/server/clock.ts'
import type { CommandContext } from '../../src/server/command/context.ts'
import { Pipeline } from '../../src/server/command/handle.ts'
import { lookAs } from '../../src/server/command/look.ts'
import { recordInstallation } from '../../src/server/installation.ts'
import { type KeysFile, makeKeys } from '../../src/server/keys-file.ts'
import { HeadsFile } from '../../src/server/ledger/heads-file.ts'
import { createLog, type Log } from '../../src/server/log.ts'
import { loadDemoOrganisations } from '../../src/server/organisation/demo.ts'
import { Directory } from '../../src/server/organisation/directory.ts'
import { loadRegionFile } from '../../src/server/region/load.ts'
import { loadRules, SHIPPED_RULES } from '../../src/server/rules/load.ts'
import { ErasuresFile } from '../../src/server/vault/erasures-file.ts'
import type { Look } from '../../src/server/vault/looked.ts'
import { readReceiptRules } from '../../src/server/vault/receipt-rules.ts'
import { SubjectKeys } from '../../src/server/vault/subject-keys.ts'
import { WithdrawalsFile } from '../../src/server/vault/withdrawals-file.ts'
import { wordsOpenedOf } from '../../src/server/view/words-opened.ts'
import { type FreshDatabase, freshDatabase } from './postgres.ts'

export type Staff = Extract<Actor, { kind: 'staff' }>
export type Accepted = Extract<Outcome, { accepted: unknown }>['accepted']

export type Opening = Pick<FreshDatabase, 'reader' | 'writer'> & {
  readonly subjectKeys: SubjectKeys
  readonly look: Look
}

/** The pipeline over a database of its own with the demo's county in it, and short ways to send commands. */
export interface PipelineFixture {
  readonly db: FreshDatabase
  readonly context: CommandContext
  readonly pipeline: Pipeline
  readonly clock: SteppingClock
  readonly keysFile: KeysFile
  /** Key file, heads and erasures. */
  readonly keysFolder: string
  /** Id of a union in force by its name, e.g. 江湾区总工会. */
  unit(name: string): Promise<number>
  /** A new person with one post, granted through the ledger. */
  staff(unit: string, role: Role, section?: string): Promise<Staff>
  /** Sends one command and gives its stored outcome, whichever it is. */
  send(actor: Actor, kind: CommandKind, body: object, region?: string): Promise<Outcome>
  /** Sends one command that must be accepted. */
  accept(actor: Actor, kind: CommandKind, body: object, region?: string): Promise<Accepted>
  /** What a view of sealed words reads with: in the name of a person it leaves read records. */
  opening(actor: Staff): Opening
  /** Posts that opened the words of anything but a demand, in order. */
  openedBy(subject: string): Promise<readonly number[]>
  /** A worker raises; gives the id of the demand. */
  raise(text: string, more?: Readonly<Record<string, unknown>>): Promise<string>
  close(): Promise<void>
}

export interface PipelineOptions {
  /** Instant the clock starts at. */
  readonly at?: Date
  readonly log?: Log
  /** Other rules than those that ship. */
  readonly rules?: (shipped: Rules) => Rules
  /** Over this database and these keys instead of fresh ones, e.g. one that was restored. The organisations are in it. */
  readonly over?: { readonly db: FreshDatabase; readonly keysFile: KeysFile; readonly keysFolder: string }
}

const REGIONS = fileURLToPath(new URL('../../rules/regions/fictional-9901.csv', import.meta.url))

export async function pipelineFixture(options: PipelineOptions = {}): Promise<PipelineFixture> {
  const clock = new SteppingClock(options.at ?? new Date('2026-06-15T01:00:00Z'))
  const keysFolder = options.over?.keysFolder ?? mkdtempSync(path.join(tmpdir(), 'zhagen-keys-'))
  const keysFile = options.over?.keysFile ?? makeKeys(keysFolder)
  const db = options.over?.db ?? (await countyDatabase(clock, keysFile))
  const { keys } = keysFile
  const context: CommandContext = {
    writer: db.writer,
    keys,
    subjectKeys: new SubjectKeys(keys),
    heads: new HeadsFile(keysFolder),
    erasures: new ErasuresFile(keysFolder),
    withdrawals: new WithdrawalsFile(keysFolder),
    clock,
    ...oneEdition(options.rules),
    receiptRules: readReceiptRules(SHIPPED_RULES),
    directory: new Directory(),
    log: options.log ?? createLog('silent'),
  }
  const pipeline = new Pipeline(context)
  const newId = (realm: number) => makeId(realm, clock.now().getTime(), crypto.getRandomValues(new Uint8Array(8)))
  const unit = async (name: string) => {
    const { rows } = await db.owner.query('select id from unit where name = $1 and valid_to is null', [name])
    if (!rows[0]) throw new Error(`no union is called ${name}`)
    return Number(rows[0].id)
  }
  const send: PipelineFixture['send'] = async (actor, kind, body, region = '990102') =>
    (await pipeline.submit(actor, { id: newId(realmOfRegion(region)), kind, body })).outcome
  const accept: PipelineFixture['accept'] = async (...command) => {
    const outcome = await send(...command)
    if ('refused' in outcome) throw new Error(`${command[1]} was refused: ${JSON.stringify(outcome.refused)}`)
    return outcome.accepted
  }
  return {
    ...{ db, context, pipeline, clock, keysFile, keysFolder, unit, send, accept },
    staff: async (name, role, section) => {
      const at = await unit(name)
      const { rows } = await db.owner.query('select region, realm from unit where id = $1', [at])
      const { region, realm } = rows[0]
      const account = newId(realm)
      const operator: Actor = { kind: 'operator' }
      await db.owner.query(
        `insert into account (id, realm, login, name, password_hash, created_at) values ($1, $2, $3, $3, '-', $4)`,
        [account, realm, `login-${account.slice(-12)}`, clock.now()],
      )
      await accept(operator, 'account.create', { account, unit: at }, region)
      const grant = { account, unit: at, role, fullTime: true, ...(section ? { section } : {}) }
      const granted = await accept(operator, 'post.grant', grant, region)
      return { kind: 'staff', account, post: Number(granted.post), unit: at, section: section ?? null, role }
    },
    opening: (actor) => ({
      ...{ reader: db.reader, writer: db.writer, subjectKeys: context.subjectKeys },
      look: lookAs({ pipeline, clock }, actor),
    }),
    openedBy: async (subject) => (await wordsOpenedOf(db.owner as never, subject)).map(({ post }) => post),
    raise: async (text, more = {}) => {
      const body = { region: '990102001', channel: 'online', mode: 'confidential', persons: 1, text, ...more }
      return (await accept({ kind: 'public' }, 'demand.raise', body, String(body.region))).stream
    },
    close: async () => {
      await pipeline.drained()
      context.heads.close()
      context.erasures.close()
      context.withdrawals.close()
      if (options.over) return
      await db.drop()
      rmSync(keysFolder, { recursive: true, force: true })
    },
  }
}

/** A test installation with the regions and unions of the demo. */
async function countyDatabase(clock: SteppingClock, { fingerprint }: KeysFile): Promise<FreshDatabase> {
  const db = await freshDatabase()
  await recordInstallation(db.owner, clock, { kind: 'test', federation: '示例总工会', keyFingerprint: fingerprint })
  const client = await db.owner.connect()
  try {
    await loadRegionFile(client, REGIONS, { at: clock.now() })
    await loadDemoOrganisations(client, { on: '2026-01-05' })
  } finally {
    client.release()
  }
  return db
}

function oneEdition(changed: (shipped: Rules) => Rules = (shipped) => shipped) {
  const rules = changed(loadRules())
  return { rules, ruleSet: { first: rules, editions: [] } }
}
