import type { TimelineRow } from '../../../protocol/view.ts'
import { sayInstant } from '../text/instant.ts'
import type { Names } from '../text/names.ts'
import type { Speech } from '../text/say.tsx'
import { sayYuan } from '../text/yuan.ts'

type Detail = TimelineRow['detail']
const word = (detail: Detail, name: string): string =>
  typeof detail[name] === 'string' ? (detail[name] as string) : ''
const number = (detail: Detail, name: string): number =>
  typeof detail[name] === 'number' ? (detail[name] as number) : 0

/** An event in the words people use. What an event of a later version carries that this page does not know is named plainly. */
export function sayEvent(speech: Speech, names: Names, row: Pick<TimelineRow, 'kind' | 'detail'>, now: number): string {
  const { say, sayOr } = speech
  const { kind, detail } = row
  const instant = (name: string) => (word(detail, name) ? sayInstant(speech, word(detail, name), now) : '')
  switch (kind) {
    case 'DemandRaised':
      return say('event.DemandRaised', { channel: names.name('channel', word(detail, 'channel')) })
    case 'DemandTriaged':
      return say('event.DemandTriaged', {
        topic: names.topic(word(detail, 'topic'))?.name ?? word(detail, 'topic'),
        nature: names.name('nature', word(detail, 'nature')),
        due: instant('dueAt'),
      })
    case 'DemandRedirected':
      return say('event.DemandRedirected', { reason: names.name('reason.redirect', word(detail, 'reason')) })
    case 'ContactLogged':
      return sayOr(`event.ContactLogged.${word(detail, 'way')}`, 'event.ContactLogged.call')
    case 'MessagePosted':
      return say(word(detail, 'from') === 'worker' ? 'event.MessagePosted.worker' : 'event.MessagePosted.union')
    case 'UnderstandingAnswered':
      return (
        say(detail.yes === true ? 'event.UnderstandingAnswered.yes' : 'event.UnderstandingAnswered.no') +
        assisted(speech, detail)
      )
    case 'DeedRecorded': {
      const deed = names.name('deed', word(detail, 'deed'))
      const amount = number(detail, 'amountFen')
      return amount > 0
        ? say('event.DeedRecorded.amount', { deed, amount: sayYuan(amount) })
        : say('event.DeedRecorded', { deed })
    }
    case 'DemandAnswered':
      return (
        say('event.DemandAnswered', { claim: sayOr(`claim.${word(detail, 'claim')}`, 'claim.other') }) +
        (detail.sameUnit === true ? say('event.sameUnit') : '')
      )
    case 'VerdictGiven':
      return (
        say('event.VerdictGiven', { outcome: sayOr(`outcome.${word(detail, 'solved')}`, 'outcome.other') }) +
        assisted(speech, detail)
      )
    case 'DemandClosed':
      return say('event.DemandClosed', { outcome: sayOr(`outcome.${word(detail, 'outcome')}`, 'outcome.other') })
    case 'DemandReopened':
      return say('event.DemandReopened', { n: number(detail, 'n'), due: instant('dueAt') })
    case 'ContentErased': {
      const parts = Array.isArray(detail.parts) ? detail.parts.map(String) : []
      return say('event.ContentErased', { parts: parts.map((part) => sayOr(`part.${part}`, 'part.text')).join('、') })
    }
    default:
      return sayOr(`event.${kind}`, 'event.other', { kind })
  }
}

/** What was said with a code that staff could have seen is marked so. */
function assisted(speech: Speech, detail: Detail): string {
  return detail.assisted === true ? speech.say('event.assisted') : ''
}
