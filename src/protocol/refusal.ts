/**
 * Every refusal a rule can give: what it means and when to try again. Texts for people stand in the catalogues under the
 * same key (`refusal.<code>`). `never`: the same command will not be accepted; `later`: wait; `after-change`: change
 * something first. A refusal with a `field` is a malformed request: answered 422, named, and no row is stored.
 */
export const refusals = {
  'not-allowed': { doc: 'Your post may not do this, or not now.', retry: 'after-change' },
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
  'deed.unknown': { doc: 'No such kind of deed. Parameter: deed.', field: 'deed', retry: 'after-change' },
  'employer.unknown': { doc: 'No such employer.', field: 'employer', retry: 'after-change' },
  'unit.unknown': { doc: 'No such unit in force. Parameter: unit.', field: 'lead', retry: 'after-change' },
  'identity.not-wanted': {
    doc: 'An anonymous demand must not carry a name or phone.',
    field: 'identity',
    retry: 'after-change',
  },
  'routing.nobody': { doc: 'No staffed unit from the region up to the root. Parameter: region.', retry: 'later' },
  'demand.already-triaged': { doc: 'The demand was triaged before.', retry: 'never' },
  'demand.closed': { doc: 'The demand is closed or withdrawn.', retry: 'never' },
  'lead.is-employers-own-union': { doc: "A complaint passes by the employer's own union.", retry: 'after-change' },
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
  'content.already-erased': { doc: 'It was erased before.', retry: 'never' },
  'content.still-needed': {
    doc: 'The text is needed while the demand is open; identity can be erased now.',
    retry: 'later',
  },
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
  'csrf.missing': "The request did not come from this site's own page.",
} as const
/** Code of a fault. */
export type FaultCode = keyof typeof faults
