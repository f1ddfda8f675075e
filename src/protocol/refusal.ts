import { approachRefusals } from './approach-refusal.ts'
import { commentRefusals } from './comment-refusal.ts'
import { deedRefusals } from './deed-refusal.ts'
import { exclusionRefusals } from './exclusion-refusal.ts'
import { fileFaults, fileRefusals } from './file-refusal.ts'
import { issueRefusals } from './issue-refusal.ts'
import { lineRefusals } from './line-refusal.ts'
import { meetingRefusals } from './meeting-refusal.ts'
import { newsFaults, newsRefusals } from './news-refusal.ts'
import { sheetRefusals } from './sheet-refusal.ts'
import { trainingRefusals } from './training-refusal.ts'
import { visitRefusals } from './visit-refusal.ts'

/**
 * Every refusal a rule can give: what it means and when to try again. Texts for people stand in the catalogues under the
 * same key (`refusal.<code>`). `never`: the same command will not be accepted; `later`: wait; `after-change`: change
 * something first. A refusal with a `field` is a malformed request: answered 422, named, and no row is stored.
 */
export const refusals = {
  'not-allowed': { doc: 'Your post may not do this, or not now.', retry: 'after-change' },
  'words.names-someone': {
    doc: 'Words that go to everybody hold a number that reaches or names somebody. Parameters: field, line (of a list, from 1), found (phone, id-number, bank-card, plate, long-number); of which the desk says `where`.',
    retry: 'after-change',
  },
  'stream.moved-on': { doc: 'Somebody acted meanwhile: look again. Parameter: version.', retry: 'after-change' },
  'region.unknown': { doc: 'The region is not in force. Parameter: region.', field: 'region', retry: 'after-change' },
  'channel.unknown': { doc: 'No such channel. Parameter: channel.', field: 'channel', retry: 'after-change' },
  'topic.unknown': { doc: 'No such topic leaf. Parameter: topic.', field: 'topic', retry: 'after-change' },
  'nature.unknown': { doc: 'No such nature. Parameter: nature.', field: 'nature', retry: 'after-change' },
  'class.unknown': {
    doc: 'No such urgency or difficulty. Parameters: urgency, difficulty.',
    field: 'urgency',
    retry: 'after-change',
  },
  'reason.unknown': { doc: 'No such reason. Parameter: reason.', field: 'reason', retry: 'after-change' },
  'outcome.unknown': {
    doc: 'No such outcome of triage, or one with a command of its own. Parameter: outcome.',
    field: 'outcome',
    retry: 'after-change',
  },
  'earlier.missing': {
    doc: 'Name the number of the matter that is already in hand.',
    field: 'earlier',
    retry: 'after-change',
  },
  'deed.unknown': { doc: 'No such kind of deed. Parameter: deed.', field: 'deed', retry: 'after-change' },
  'employer.unknown': { doc: 'No such employer.', field: 'employer', retry: 'after-change' },
  'agency.unknown': { doc: 'No such agency among the employers.', field: 'agency', retry: 'after-change' },
  'unit.unknown': { doc: 'No such unit in force. Parameter: unit.', field: 'lead', retry: 'after-change' },
  'demand.made-at': {
    doc: 'Only what was heard on a visit was taken down before it arrives.',
    field: 'madeAt',
    retry: 'after-change',
  },
  'identity.not-wanted': {
    doc: 'An anonymous demand must not carry a name or phone.',
    field: 'identity',
    retry: 'after-change',
  },
  'routing.nobody': { doc: 'No staffed unit from the region up to the root. Parameter: region.', retry: 'later' },
  'demand.already-triaged': { doc: 'The demand was triaged before.', retry: 'never' },
  'demand.closed': { doc: 'The demand is closed or withdrawn.', retry: 'never' },
  'lead.is-employers-own-union': {
    doc: 'A complaint passes by the own unions of employer and agency.',
    retry: 'after-change',
  },
  'lead.not-staffed': { doc: 'Nobody holds a post there. Parameter: unit.', retry: 'after-change' },
  'order.not-offered': { doc: 'There is no order to sign for.', retry: 'never' },
  'order.not-signed': { doc: 'Sign for the order first.', retry: 'after-change' },
  'order.already-answered': { doc: 'The order was answered before.', retry: 'never' },
  'contact.missing': {
    doc: 'Reach the worker first, or try three times. Parameters: tries, needed.',
    retry: 'after-change',
  },
  'deed.missing': { doc: 'Record the deed before claiming it is done.', retry: 'after-change' },
  'callback.nobody': { doc: 'No staffed unit could call back.', retry: 'later' },
  'understanding.not-written': { doc: 'The union has not written its understanding yet.', retry: 'later' },
  'understanding.already-answered': { doc: 'The understanding was answered before.', retry: 'never' },
  'understanding.say-what': { doc: 'Say what is not quite right.', field: 'text', retry: 'after-change' },
  'verdict.workers-only': { doc: 'Only the worker says it is solved.', retry: 'never' },
  'verdict.not-answered-yet': { doc: 'The union has not answered yet.', retry: 'later' },
  'verdict.clear-is-for-consultation': { doc: '*Clear* closes consultations only.', retry: 'after-change' },
  'withdraw.workers-only': { doc: 'Only the worker withdraws.', retry: 'never' },
  'duties.apart': {
    doc: 'The same person did another part of this matter, and the two do not go together here.',
    retry: 'never',
  },
  'clock.nothing-due': { doc: 'Nothing is due by now.', retry: 'later' },
  'content.already-erased': { doc: 'It was erased before.', retry: 'never' },
  'content.still-needed': {
    doc: 'The text is needed while the demand is open; identity can be erased now.',
    retry: 'later',
  },
  'demand.not-triaged': { doc: 'Nobody has sorted it yet: topic, nature and lead come first.', retry: 'after-change' },
  'answer-now.has-lead': { doc: 'A lead has it already and answers.', retry: 'never' },
  'lead.wrong-section': {
    doc: 'One section alone sees matters like this: give it to that one. Parameter: section.',
    retry: 'after-change',
  },
  'class.fixed': { doc: 'Danger to life or a group: the urgency stays as the rules fixed it.', retry: 'after-change' },
  'class.not-lower': { doc: 'What was asked for is not a lower priority.', retry: 'after-change' },
  'class.lowering-is-asked': {
    doc: 'Priority is raised at once; lowering is asked of the level above.',
    retry: 'after-change',
  },
  'objection.once': { doc: 'The order was objected to before; the ruling is final.', retry: 'never' },
  'objection.not-here': {
    doc: 'What the rules, a ruling or the level above gave cannot be objected to.',
    retry: 'never',
  },
  'objection.too-late': { doc: 'The time for objecting has passed.', retry: 'never' },
  'objection.nobody': { doc: 'Nobody above is on duty who could rule.', retry: 'later' },
  'ruling.nothing': { doc: 'There is no objection to rule on.', retry: 'never' },
  'recusal.declared': { doc: 'The post stepped back before.', retry: 'never' },
  'recusal.nobody': { doc: 'Nobody else up to the root could lead it.', retry: 'later' },
  'order.paused': { doc: 'The order is paused: end the pause first.', retry: 'after-change' },
  'order.not-paused': { doc: 'The order is not paused.', retry: 'never' },
  'request.pending': { doc: 'The level above has not decided what was asked before.', retry: 'later' },
  'request.too-late': { doc: 'The answer due has passed: what is late stays late.', retry: 'never' },
  'request.extended-before': { doc: 'The due was extended before; that is possible once.', retry: 'never' },
  'request.nobody': { doc: 'Nobody is on duty who could decide.', retry: 'later' },
  'request.nothing': { doc: 'Nothing was asked, or it was decided before.', retry: 'never' },
  'request.say-why': { doc: 'Say why it is refused.', field: 'text', retry: 'after-change' },
  'pause.until-ahead': { doc: 'A pause ends on a day that lies ahead.', retry: 'after-change' },
  'pause.too-long': { doc: 'The reason allows no pause as long as this. Parameter: most.', retry: 'after-change' },
  'opinion.nobody': { doc: 'Nobody above is on duty who could say what to do.', retry: 'later' },
  'opinion.nothing': { doc: 'No opinion was asked, or it was given before.', retry: 'never' },
  'joint.one-of-both': { doc: 'Ask a union or a department, one of the two.', field: 'unit', retry: 'after-change' },
  'joint.unit-unknown': { doc: 'No such unit in force. Parameter: unit.', field: 'unit', retry: 'after-change' },
  'department.unknown': {
    doc: 'No such department. Parameter: department.',
    field: 'department',
    retry: 'after-change',
  },
  'joint.employers-own-union': {
    doc: "A complaint passes by the employer's own union, joint work included.",
    retry: 'after-change',
  },
  'joint.is-lead': { doc: 'The lead cannot be joint as well; another section of it can.', retry: 'after-change' },
  'joint.asked-before': { doc: 'It was asked already and has not answered.', retry: 'never' },
  'joint.unknown': { doc: 'No such joint order. Parameter: n.', field: 'n', retry: 'after-change' },
  'joint.not-yours': { doc: 'Another unit answers this joint order; for a department the lead does.', retry: 'never' },
  'joint.answered-before': { doc: 'The joint order was answered before.', retry: 'never' },
  'joint.missing': { doc: 'Joint units have not answered or said why. Parameter: n.', retry: 'later' },
  'commitment.not-due': {
    doc: 'The day that was promised has not passed: nothing is done before. Parameter: on.',
    retry: 'later',
  },
  'commitment.one-at-a-time': { doc: 'A promise is in force already.', retry: 'later' },
  'commitment.worker-must-agree': {
    doc: 'The worker must have agreed in live contact or in the thread.',
    retry: 'after-change',
  },
  'commitment.past': { doc: 'The day promised must exist and lie ahead.', retry: 'after-change' },
  'commitment.workers-only': { doc: 'Only the worker says that nothing was agreed.', retry: 'never' },
  'commitment.nothing': { doc: 'No promise is in force.', retry: 'never' },
  'letter.unknown': { doc: 'No such letter. Parameter: letter.', field: 'letter', retry: 'after-change' },
  'letter.level': { doc: 'A union of this level may not send this letter. Parameter: letter.', retry: 'never' },
  'letter.not-sent': { doc: 'No such letter was sent. Parameter: n.', field: 'n', retry: 'after-change' },
  'letter.no-reply-asked': { doc: 'The letter asked for no reply.', retry: 'never' },
  'letter.replied-before': { doc: 'The reply was entered before.', retry: 'never' },
  'account.exists': { doc: 'The account exists.', retry: 'never' },
  'account.disabled': { doc: 'The account is disabled.', retry: 'never' },
  'role.unknown': { doc: 'No such role. Parameter: role.', field: 'role', retry: 'after-change' },
  'section.unknown': { doc: 'No such section. Parameter: section.', field: 'section', retry: 'after-change' },
  'account.not-your-own': { doc: 'Nobody gives or takes posts of their own account.', retry: 'never' },
  'post.exists': { doc: 'The person holds this very post. Parameter: post.', retry: 'never' },
  'post.roles-apart': {
    doc: 'One person never holds both roles at once. Parameters: role, held.',
    retry: 'after-change',
  },
  'post.unknown': { doc: 'No such post in force. Parameter: post.', field: 'post', retry: 'after-change' },
  'account.same': { doc: 'A post is handed over to another person.', field: 'to', retry: 'after-change' },
  'account.other-realm': {
    doc: 'The two accounts were made in different prefectures: end the post and give it anew.',
    retry: 'never',
  },
  'duty.order': { doc: 'Duty ends after it begins.', field: 'to', retry: 'after-change' },
  'duty.too-long': { doc: 'One entry of the duty roster is too long. Parameter: most.', retry: 'after-change' },
  'duty.overlap': { doc: 'The post is on duty then already. Parameter: entry.', retry: 'after-change' },
  'duty.unknown': { doc: 'No such entry on the duty roster. Parameter: entry.', field: 'entry', retry: 'after-change' },
  'office.as-it-is': { doc: 'The office is what you ask for already.', retry: 'never' },
  'callback.not-open': { doc: 'The callback has not opened: neither answered nor due.', retry: 'later' },
  'callback.not-the-handler': { doc: 'Who handled it never calls back (law 10).', retry: 'never' },
  'reopen.workers-only': { doc: 'Only the worker opens it again.', retry: 'never' },
  'reopen.not-closed': { doc: 'Only a closed matter is opened again.', retry: 'never' },
  'reopen.no-lead': { doc: 'Nobody ever led it, so nobody can take it up again: raise a new demand.', retry: 'never' },
  'reopen.too-late': { doc: 'The time to open it again is over: raise a new demand.', retry: 'never' },
  'reopen.too-often': { doc: 'It was opened again as often as the rules allow.', retry: 'never' },
  'reopen.say-why': { doc: 'Say why it should be opened again.', field: 'text', retry: 'after-change' },
  'watch.workers-only': { doc: 'Only the worker answers that.', retry: 'never' },
  'watch.not-asked': { doc: 'Nobody has asked whether there was trouble.', retry: 'later' },
  'protection.not-open': { doc: 'Nobody waits for protection here.', retry: 'never' },
  'merge.unknown': { doc: 'No such demand within reach to merge under.', field: 'master', retry: 'after-change' },
  'merge.same': { doc: 'A demand is not merged with itself.', field: 'master', retry: 'after-change' },
  'merge.already': { doc: 'It is a claim of another demand already.', retry: 'never' },
  'merge.has-claims': { doc: 'Other claims are handled under this one: merge the others under it.', retry: 'never' },
  'merge.master-closed': { doc: 'The demand to merge under is closed.', field: 'master', retry: 'after-change' },
  'merge.master-is-claim': {
    doc: 'The demand to merge under is merged itself: take its master.',
    field: 'master',
    retry: 'after-change',
  },
  'merge.no-lead': { doc: 'The demand to merge under has no lead or due yet.', retry: 'later' },
  'claim.known': { doc: 'The master knows that of the claim.', retry: 'never' },
  'claim.unknown': { doc: 'No such claim of this master.', retry: 'never' },
  'group.unknown': { doc: 'No such group of workers. Parameter: group.', field: 'groups', retry: 'after-change' },
  'cadre.workers-only': { doc: 'Only the worker says who stays with them.', retry: 'never' },
  'cadre.no-visit': { doc: 'It was not heard on a visit: nobody came who could stay.', retry: 'never' },
  'cadre.as-it-is': { doc: 'That is who stays already.', retry: 'never' },
  'groups.workers-only': { doc: 'Only the worker says which groups they belong to.', retry: 'never' },
  'groups.as-they-are': { doc: 'These are the groups already.', retry: 'never' },
  'claim.not-merged': { doc: 'It is no claim of another demand.', retry: 'never' },
  ...exclusionRefusals,
  ...approachRefusals,
  ...trainingRefusals,
  ...issueRefusals,
  ...lineRefusals,
  ...visitRefusals,
  ...deedRefusals,
  ...newsRefusals,
  ...commentRefusals,
  ...meetingRefusals,
  ...sheetRefusals,
  ...fileRefusals,
} as const satisfies Record<string, Refusal>

type Refusal = { readonly doc: string; readonly retry: 'never' | 'later' | 'after-change'; readonly field?: string }

/** Code of a refusal. */
export type RefusalCode = keyof typeof refusals

/**
 * Codes of errors that are no refusals: the request was malformed and left no row. Answered as 4xx problem documents
 * (RFC 9457) with `code` and, where one is to blame, `field`.
 */
export const faults = {
  'not-found': 'No such thing within your reach.',
  'body.malformed': 'The body is not JSON, not UTF-8, too deep or has repeated keys.',
  'body.too-large': 'The body is over the limit.',
  'field.invalid': 'A field is missing, unknown or of the wrong shape; `field` names it.',
  'command.unknown': 'No such command.',
  'command.other-body': 'This id was used before with another body.',
  'id.wrong-realm': 'The id does not carry the realm of what it acts on.',
  'sign-in.needed': 'Sign in first.',
  'sign-in.wrong': 'Login and password do not fit.',
  'sign-in.locked': 'Too many wrong tries with this login: wait as long as Retry-After says.',
  'sign-in.busy': 'Too many people sign in at this moment: try again in a few seconds.',
  'sign-in.here-only': 'A demo account signs in on the machine itself only.',
  'password.change-first': 'The password was given by somebody else: set your own first.',
  'password.weak': 'The new password is too easy to guess; `why` says which rule it breaks.',
  'post.not-yours': 'You do not hold this post.',
  'receipt.wrong': 'Number and code do not fit.',
  'receipt.wait': 'Too many wrong codes from one place: wait.',
  ...newsFaults,
  ...fileFaults,
  'csrf.missing': "The request did not come from this site's own page.",
} as const
/** Code of a fault. */
export type FaultCode = keyof typeof faults
