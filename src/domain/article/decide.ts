import { accepted, type Decision, type Refusal, refused, type Sealed } from '../decision.ts'
import { type Block, type FrozenFigure, tellsOfPerson, type Words, withoutPerson } from './block.ts'
import type { ArticleCommand, ArticleHead, NewsVerb } from './command.ts'
import type { ArticleEvent } from './event.ts'
import type { ArticleFacts, ReleaseFacts } from './facts.ts'
import { mustBeAnswered } from './findings.ts'
import { mayPublish } from './may.ts'
import { stripPicture } from './picture.ts'
import { type ArticleState, isForComments, type PublicText } from './state.ts'

type Of<K extends ArticleCommand['kind']> = Extract<ArticleCommand, { kind: K }>
type Decided = Decision<ArticleEvent>
type Writing = Of<'article.write' | 'article.revise' | 'article.correct'>

/** A command on an article, together with its facts. */
export type AskedOfArticle =
  | { readonly kind: Writing['kind']; readonly command: Writing; readonly facts: ArticleFacts }
  | { readonly kind: 'article.offer'; readonly command: Of<'article.offer'>; readonly facts: ArticleFacts }
  | { readonly kind: 'article.comments'; readonly command: Of<'article.comments'>; readonly facts: ArticleFacts }
  | { readonly kind: 'article.release'; readonly command: Of<'article.release'>; readonly facts: ReleaseFacts }
  | { readonly kind: 'article.withdraw'; readonly command: Of<'article.withdraw'>; readonly facts: ReleaseFacts }
  | { readonly kind: 'article.take-back'; readonly command: Of<'article.take-back'>; readonly facts: ReleaseFacts }

/**
 * Decides every command on an article; `state` is null for `article.write` alone. Out of reach and not there read alike:
 * refused with `article.unknown`, or `unit.unknown` where a union was named.
 */
export function decide(state: ArticleState | null, asked: AskedOfArticle): Decided {
  const { actor, unit } = asked.facts
  const verb: NewsVerb = asked.kind === 'article.take-back' ? 'article.withdraw' : asked.kind
  switch (mayPublish(actor, verb, state?.path ?? unit?.path ?? [])) {
    case 'no':
      return refused('not-allowed')
    case 'hidden':
      return unknown(asked.command)
    case 'yes':
      break
  }
  if (asked.command.kind === 'article.write') return unit ? write(asked.command, asked.facts) : unknown(asked.command)
  if (!state) return unknown(asked.command)
  if (state.withdrawn) return refused('article.withdrawn')
  switch (asked.kind) {
    case 'article.write':
    case 'article.revise':
    case 'article.correct':
      return rewrite(state, asked.command, asked.facts)
    case 'article.offer':
      return offer(state)
    case 'article.comments':
      return comments(state, asked.command, asked.facts)
    case 'article.release':
      return release(state, asked.command, asked.facts)
    case 'article.withdraw':
      return takeOff(state, asked.command, asked.facts)
    case 'article.take-back':
      return takeBack(state, asked.facts)
  }
}

function unknown(command: ArticleCommand): { readonly refused: Refusal } {
  return command.kind === 'article.write' ? refused('unit.unknown', { unit: command.unit }) : refused('article.unknown')
}

/** A first text. Refused: `series.unknown`, `news-topic.unknown`, `measure.unknown`, `article.empty`, `article.picture`, `article.whose`. */
function write(command: Of<'article.write'>, facts: ArticleFacts): Decided {
  const wrong = flaw(command, facts)
  if (wrong || !facts.unit) return wrong ?? unknown(command)
  const { unit, path } = facts.unit
  const body = { ...headOf(command), unit, path, revision: 1, by: accountOf(facts) }
  return accepted<ArticleEvent>({ kind: 'ArticleWritten', body, seal: sealed(wordsOf(command)) })
}

/** Another text, whole. What is offered goes back to its writers; what is public stays as it is until the new text is released. */
function rewrite(state: ArticleState, command: Writing, facts: ArticleFacts): Decided {
  const correction = command.kind === 'article.correct'
  if (correction && !state.public) return refused('article.not-released')
  if (!correction && state.public) return refused('article.correct-it')
  const wrong = flaw(command, facts)
  if (wrong) return wrong
  const body = { ...headOf(command), revision: state.revision + 1, by: accountOf(facts) }
  const kind = correction ? 'ArticleCorrected' : 'ArticleRevised'
  return accepted<ArticleEvent>({ kind, body, seal: sealed(wordsOf(command)) })
}

/** Ready to be read by a second person. */
function offer(state: ArticleState): Decided {
  if (state.stage !== 'draft') return refused('article.not-a-draft')
  return accepted<ArticleEvent>({ kind: 'ArticleOffered', body: { revision: state.revision } })
}

/**
 * Opens it to comments, or closes it: one person, for each comment is read before it is published. Off until somebody does
 * (domain §7). Refused: `article.not-released`, `comments.so`, `comments.off`, `comments.about-person`.
 */
function comments(state: ArticleState, { open }: Of<'article.comments'>, facts: ArticleFacts): Decided {
  const by = accountOf(facts)
  if (!state.public) return refused('article.not-released')
  if (state.comments === open) return refused('comments.so')
  if (!open) return accepted<ArticleEvent>({ kind: 'CommentsClosed', body: { by } })
  if (!facts.commentsAllowed) return refused('comments.off')
  if (!isForComments(state)) return refused('comments.about-person')
  return accepted<ArticleEvent>({ kind: 'CommentsOpened', body: { by } })
}

/**
 * Published by a person who wrote none of it, with an answer to everything that may point to somebody, and never without the
 * consent of the worker it tells of (domain §4 rule 11, §7). Refused: `article.not-offered`, `article.own`,
 * `consent.missing`, `consent.picture`, `consent.name`, `article.unmarked`, `article.findings`.
 */
function release(state: ArticleState, command: Of<'article.release'>, facts: ReleaseFacts): Decided {
  if (state.stage !== 'offered') return refused('article.not-offered')
  const by = accountOf(facts)
  if (by === null || state.writers.includes(by)) return refused('article.own')
  const { words, consent, findings, frozen } = facts
  if (!words) return refused('stream.moved-on', { version: state.revision })
  if (state.head.tells === 'worker' && !consent) return refused('consent.missing')
  if (consent && !consent.picture && words.blocks.some(isFace)) return refused('consent.picture')
  const shown = nameProblem(words, facts)
  if (shown) return shown
  const answers = command.answers ?? []
  const open = findings.filter((each) => mustBeAnswered(each) && !answers.some(({ finding }) => finding === each.id))
  if (open.length > 0) return refused('article.findings', { n: open.length })
  const answered = answers.filter(({ finding }) => findings.some(({ id }) => id === finding))
  const version = (state.public?.version ?? 0) + 1
  const body = { revision: state.revision, version, by, answered }
  return accepted<ArticleEvent>({ kind: 'ArticleReleased', body, seal: sealed(withFrozen(words, frozen)) })
}

/** A name needs its own yes, and stands only where it goes when the consent is taken back. */
function nameProblem(words: Words, { consent, named }: ReleaseFacts): { readonly refused: Refusal } | null {
  const [first] = named
  if (first !== undefined && consent?.name !== true) return refused('consent.name', { block: first + 1 })
  const marked = (block: number) =>
    block < 0 ? words.titleTells === true : tellsOfPerson(words.blocks[block] as Block)
  const loose = named.find((block) => !marked(block))
  return loose === undefined ? null : refused('article.unmarked', { block: loose + 1 })
}

/** Taken off by one person at once, the whole or the worker in it: what does no harm needs no second. */
function takeOff(state: ArticleState, command: Of<'article.withdraw'>, facts: ReleaseFacts): Decided {
  if (!state.public) return refused('article.not-released')
  if (!facts.reasonKnown) return refused('reason.unknown', { reason: command.reason })
  return command.what === 'whole'
    ? withdrawn(state.public, command.reason)
    : personOut(state.public, command.reason, facts)
}

/** The worker took the consent back: by the server, without anybody's leave. */
function takeBack(state: ArticleState, facts: ReleaseFacts): Decided {
  if (state.public?.head.tells !== 'worker') return refused('article.tells-nobody')
  if (facts.consent) return refused('consent.in-force')
  return personOut(state.public, 'consent', facts)
}

function personOut(told: PublicText, reason: string, { words }: ReleaseFacts): Decided {
  if (told.head.tells === 'nobody') return refused('article.tells-nobody')
  const rest = words && withoutPerson(words)
  // Nothing but the worker was in it, or nobody can read it any more: then all of it goes.
  if (!rest) return withdrawn(told, reason)
  const body = { version: told.version + 1, reason }
  return accepted<ArticleEvent>({ kind: 'PersonTakenOut', body, seal: sealed(rest) })
}

function withdrawn({ version }: PublicText, reason: string): Decided {
  return accepted<ArticleEvent>({ kind: 'ArticleWithdrawn', body: { version: version + 1, reason } })
}

/** What is wrong with a text, whoever wrote it. */
function flaw(command: Writing, facts: ArticleFacts): { readonly refused: Refusal } | null {
  if (!facts.seriesKnown) return refused('series.unknown')
  if (facts.topicUnknown !== null) return refused('news-topic.unknown', { topic: facts.topicUnknown })
  if (facts.measureUnknown !== null) return refused('measure.unknown', { measure: facts.measureUnknown })
  if (
    command.title.trim() === '' ||
    !command.blocks.some((block) => block.kind !== 'figure' && block.kind !== 'heading')
  )
    return refused('article.empty')
  const broken = command.blocks.findIndex((block) => block.kind === 'picture' && stripPicture(block.image) === null)
  if (broken >= 0) return refused('article.picture', { block: broken + 1 })
  const marked = command.titleTells === true || command.blocks.some((block) => 'person' in block && block.person)
  if (marked && command.tells === 'nobody') return refused('article.whose')
  return null
}

function isFace(block: Block): boolean {
  return block.kind === 'picture' && block.person === true
}

function withFrozen(words: Words, frozen: Readonly<Record<number, FrozenFigure>>): Words {
  const blocks = words.blocks.map((block, at) => {
    const value = frozen[at]
    return block.kind === 'figure' && value ? { ...block, value } : block
  })
  return { ...words, blocks }
}

function wordsOf(command: Writing): Words {
  const { title, titleTells, blocks } = command
  const note = command.kind === 'article.correct' ? { note: command.note } : {}
  return { title, ...(titleTells ? { titleTells } : {}), ...note, blocks: blocks.map(stripped) }
}

/** What a camera wrote of place and device is never kept, not even sealed. */
function stripped(block: Block): Block {
  return block.kind === 'picture' ? { ...block, image: stripPicture(block.image) ?? '' } : block
}

function headOf({ series, part, author, source, topics, tells, demand }: ArticleHead): ArticleHead {
  const place = { ...(series ? { series } : {}), ...(part ? { part } : {}) }
  return { ...place, author, source, topics, tells, ...(demand ? { demand } : {}) }
}

function sealed(words: Words): { readonly words: Sealed } {
  return { words: { part: 'text', kind: 'article.words', value: JSON.stringify(words) } }
}

function accountOf({ actor }: ArticleFacts): string | null {
  return actor.kind === 'staff' ? actor.account : null
}
