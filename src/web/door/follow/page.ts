import { type Dress, to, wordsOf } from '../dress.ts'
import { summary } from '../field.ts'
import { type Html, html } from '../html.ts'
import { dangerLine, page } from '../page.ts'
import { reopening } from './again.ts'
import { askApproach } from './approach.ts'
import { askUnderstanding, askVerdict, twoFacts } from './ask.ts'
import { course } from './course.ts'
import { gone, legalClocks } from './gone.ts'
import { heading, nextStep, seals } from './head.ts'
import { keeping } from './keeping.ts'
import { promise } from './promise.ts'
import { rights } from './rights.ts'
import type { FollowView } from './session.ts'
import { thread } from './thread.ts'
import { askTrouble } from './watch.ts'

/** The follow page: how far it is, who must act and by when, what is asked of the worker, then everything else. */
export function followPage(dress: Dress, view: FollowView): Html {
  const words = wordsOf(dress)
  const { done, errors } = view
  const title = errors.length > 0 ? words.errors.prefix + words.titles.follow : words.titles.follow
  const confirmed = done && html`<p class="done" role="status" tabindex="-1" autofocus data-focus>${done}</p>`
  const again = html`<form id="look" method="post" action="${to(dress, '/follow/look')}"><input type="hidden" name="ticket" value="${view.ticket}"><button class="button quiet">${words.follow.refresh}</button></form>`
  const asked = [askTrouble, askUnderstanding, askApproach, askVerdict, twoFacts].map((part) => part(dress, view))
  // Who said that a life is in danger reads the numbers to dial before anything else, as on the receipt.
  const danger = view.answer.demand.fixed === 'danger' && view.answer.demand.next !== null && dangerLine(dress)
  const main = html`${danger}${heading(dress, view)}${seals(dress, view)}${asked}${reopening(dress, view, 'ask')}${gone(dress, view)}${nextStep(dress, view)}${promise(dress, view)}${thread(dress, view)}${keeping(dress, view)}`
  const side = html`${course(dress, view)}${legalClocks(dress, view)}${rights(dress, view)}`
  const body = html`${summary(dress, errors)}${confirmed}<div class="panes"><div>${main}</div><div>${side}<div class="actions">${again}<a class="button quiet" href="${to(dress, '/')}">${words.follow.leave}</a></div></div></div>`
  return page({ dress, title, path: '/follow/look', form: 'look', body })
}
