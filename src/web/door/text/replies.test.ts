import { describe, expect, it } from 'vitest'
import { answerApproach, approachWord } from '../../../domain/approach/decide.ts'
import { giveConsent, withdrawConsent } from '../../../domain/consent/decide.ts'
import { answerUnderstanding, erase, giveVerdict, reopen, withdraw } from '../../../domain/demand/claimant.ts'
import { setGroups } from '../../../domain/demand/groups.ts'
import { postMessage } from '../../../domain/demand/handle.ts'
import { keepCadre } from '../../../domain/demand/keep-cadre.ts'
import { raise } from '../../../domain/demand/raise.ts'
import { notTheWord } from '../../../domain/demand/verdict.ts'
import { attachFiles, attaching } from '../../../domain/file/attach.ts'
import { contradict } from '../../../domain/order/promise.ts'
import { answerWatch } from '../../../domain/watch/decide.ts'
import { type CommandKind, commands } from '../../../protocol/command.ts'
import { refusals } from '../../../protocol/refusal.ts'
import { enReplies } from './en-replies.ts'
import { zhReplies } from './zh-replies.ts'

/** What decides each command that is sent through the worker's door, with the rules it leans on that refuse. */
const deciders: Readonly<Partial<Record<CommandKind, readonly { toString(): string }[]>>> = {
  'demand.raise': [raise, attaching],
  'message.post': [postMessage],
  'understanding.answer': [answerUnderstanding],
  'approach.answer': [answerApproach, approachWord],
  'verdict.give': [giveVerdict, notTheWord],
  'demand.withdraw': [withdraw],
  'content.erase': [erase],
  'commitment.contradict': [contradict],
  'demand.reopen': [reopen],
  'watch.answer': [answerWatch],
  'demand.keep-cadre': [keepCadre],
  'groups.set': [setGroups],
  'file.attach': [attachFiles, attaching],
  'consent.give': [giveConsent],
  'consent.withdraw': [withdrawConsent],
}
const doorKinds = (Object.keys(commands) as CommandKind[]).filter((kind) => {
  // The holder of a slip, and the writer of a comment, have pages and words of their own (deed-word, comment).
  if (commands[kind].noun === 'deed' || commands[kind].noun === 'comment') return false
  const who: readonly string[] = commands[kind].who
  return who.includes('claimant') || who.includes('public')
})
/** Codes a decider names in its source. Those that tell staff that they are not the worker, the worker does not meet. */
const namedIn = (source: string) =>
  [...source.matchAll(/refused\)?\(\s*["'`]([a-z.-]+)["'`]/g)]
    .map(([, code]) => String(code))
    .filter((code) => !code.endsWith('.workers-only'))
// The table of grants says this one, whatever the decider thinks.
const met = new Set([
  'not-allowed',
  ...Object.values(deciders).flatMap((all) => all.flatMap((each) => namedIn(`${each}`))),
])

it('knows what decides every command that a worker or anyone may send', () => {
  expect(Object.keys(deciders).toSorted()).toEqual(doorKinds.toSorted())
  for (const [kind, all] of Object.entries(deciders))
    expect(
      all.flatMap((each) => namedIn(`${each}`)),
      kind,
    ).not.toEqual([])
})

describe.each([
  ['Chinese', zhReplies.refused],
  ['English', enReplies.refused],
])('in %s', (_, refused) => {
  it.each([...met].toSorted())('%s has a sentence of its own', (code) => {
    expect(refusals).toHaveProperty([code])
    const said = Object.entries(refused).find(([key]) => key === code)?.[1]
    expect(said).toMatch(/[。.]$/)
    expect(said).not.toBe(refused.other)
  })
})

it('has no sentence for a code that is gone', () => {
  const codes = Object.keys(zhReplies.refused).filter((key) => key.includes('.') || key.includes('-'))
  for (const code of codes) expect(refusals).toHaveProperty([code])
})
