import type { Instant } from '../domain/calendar/local-time.ts'
import { type RuleSet, rulesAt } from '../domain/rules.ts'
import { composeSignIn } from './account/compose-sign-in.ts'
import { readSignInRules, type SignInRules } from './account/sign-in-rules.ts'
import type { Clock } from './clock.ts'
import type { CommandContext } from './command/context.ts'
import { Pipeline } from './command/handle.ts'
import type { Config } from './config.ts'
import type { ServerContext } from './context.ts'
import { figureFollower } from './figure/figure-follower.ts'
import { readAddresses } from './gateway/addresses.ts'
import { gatewaysOf } from './gateway/outgoing.ts'
import type { InstallationKind } from './installation.ts'
import { claimFollower } from './job/claim-follower.ts'
import { openingFollower } from './job/opening-follower.ts'
import { outreachFollower } from './job/outreach-follower.ts'
import { publishedFollower } from './job/published-follower.ts'
import { rotationFollower } from './job/rotation-follower.ts'
import { storyConsentFollower } from './job/story-consent-follower.ts'
import { HeadsFile } from './ledger/heads-file.ts'
import { mendOutsideFiles } from './ledger/mend-outside.ts'
import type { Log } from './log.ts'
import { formFollower } from './notice/form-follower.ts'
import { keeperFollower } from './notice/keeper-follower.ts'
import { noticeFollower } from './notice/notice-follower.ts'
import { patternFollower } from './notice/pattern-follower.ts'
import { readSendingRules, type SendingRules } from './notice/sending-rules.ts'
import type { OpenedDatabase } from './open-database.ts'
import { Directory } from './organisation/directory.ts'
import { loadRuleSet } from './rules/load.ts'
import type { RulesFolders } from './rules/rules-folders.ts'
import { ErasuresFile } from './vault/erasures-file.ts'
import { type ReceiptRules, readReceiptRules } from './vault/receipt-rules.ts'
import { SubjectKeys } from './vault/subject-keys.ts'
import { WithdrawalsFile } from './vault/withdrawals-file.ts'
import { reading } from './view/scope.ts'

/** Everything a server does by rule: what is dated, and what is read once at the start. */
export type ReadRules = {
  readonly ruleSet: RuleSet
  readonly signIn: SignInRules
  readonly receipts: ReceiptRules
  readonly sending: SendingRules
}

/**
 * Reads all rules of an installation, its own over the shipped ones: the one place a server gets them from.
 * @throws RulesError for the first thing that is wrong
 */
export function readRules(folders: RulesFolders, at: Instant): ReadRules {
  return {
    ruleSet: loadRuleSet(folders, at),
    signIn: readSignInRules(folders),
    receipts: readReceiptRules(folders),
    sending: readSendingRules(folders),
  }
}

/** Puts together what routes, verbs and installation steps work with: the one place to extend when they need more. */
export async function composeContext(parts: {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly opened: Pick<OpenedDatabase, 'db' | 'keys' | 'installation'>
  /** Given while the installation is being made; afterwards the database says it. */
  readonly kind?: InstallationKind
}): Promise<ServerContext> {
  const { config, clock, log, opened } = parts
  const kind = parts.kind ?? opened.installation?.kind ?? 'real'
  const { db, keys } = opened
  const { ruleSet, sending, ...read } = readRules(config.rules, clock.now().getTime())
  const rules = rulesAt(ruleSet, clock.now().getTime())
  const heads = new HeadsFile(config.keysFolder)
  const erasures = new ErasuresFile(config.keysFolder)
  const withdrawals = new WithdrawalsFile(config.keysFolder)
  const outside = { heads, erasures, withdrawals }
  await mendOutsideFiles(db.writer, { keysFolder: config.keysFolder, macKey: keys.mac, ...outside })
  const command: CommandContext = {
    ...{ writer: db.writer, keys, clock, rules, ruleSet, log, ...outside },
    subjectKeys: new SubjectKeys(keys),
    receiptRules: read.receipts,
    directory: new Directory(),
  }
  const pipeline = new Pipeline(command)
  const signIn = composeSignIn({ writer: db.writer, rules: read.signIn, key: keys.abuse })
  // Whoever was given or lost a post, or was disabled, is read anew by the next request.
  pipeline.onCommitted((events) => {
    for (const { noun, stream } of events) if (noun === 'account') signIn.sessions.forget(stream)
  })
  const outgoing = {
    gateways: gatewaysOf(config.outgoing, clock, sending.subject),
    addresses: readAddresses(config.outgoing.addresses),
    sending,
  }
  return {
    ...{ config, db, keys, clock, log, rules, kind, pipeline, command, signIn, outgoing },
    followers: [
      claimFollower({ pipeline, subjectKeys: command.subjectKeys }),
      patternFollower({ clock, rules }),
      formFollower({ clock }),
      openingFollower,
      // Before the figures, which count what it has said.
      rotationFollower({ pipeline }),
      outreachFollower({ pipeline }),
      figureFollower,
      storyConsentFollower({ pipeline }),
      publishedFollower({ subjectKeys: command.subjectKeys }),
      noticeFollower({ clock, notices: rules.notices, ...outgoing }),
      keeperFollower({ clock, notices: rules.notices, sending }),
    ],
    reachedBy: (actor, demands) =>
      reading(db.reader, actor, async (client) => {
        const { rows } = await client.query('select id from demand where id = any($1::uuid[])', [demands])
        return rows.map((row) => String(row.id))
      }),
    close: async () => {
      await pipeline.drained()
      heads.close()
      erasures.close()
      withdrawals.close()
    },
  }
}
