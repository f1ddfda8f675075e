import { type Dress, to, wordsOf } from '../dress.ts'
import { summary } from '../field.ts'
import { type Html, html } from '../html.ts'
import { page } from '../page.ts'
import { askUnderstanding, askVerdict, twoFacts } from './ask.ts'
import { course, thread } from './course.ts'
import { heading, nextStep, seals } from './head.ts'
import { rights } from './rights.ts'
import type { FollowView } from './session.ts'

/** The follow page: how far it is, who must act and by when, what is asked of the worker, then everything else. */
export function followPage(dress: Dress, view: FollowView): Html {
  const words = wordsOf(dress)
  const { done, errors } = view
  const title = errors.length > 0 ? words.errors.prefix + words.titles.follow : words.titles.follow
  const confirmed = done && html`<p class="done" role="status" tabindex="-1" autofocus data-focus>${done}</p>`
  const again = html`<form id="look" method="post" action="${to(dress, '/follow/look')}"><input type="hidden" name="ticket" value="${view.ticket}"><button class="button quiet">${words.follow.refresh}</button></form>`
  const body = html`${summary(dress, errors)}${confirmed}<div class="panes"><div>${heading(dress, view)}${seals(dress, view)}${askUnderstanding(dress, view)}${askVerdict(dress, view)}${twoFacts(dress, view)}${nextStep(dress, view)}${thread(dress, view)}</div><div>${course(dress, view)}${rights(dress, view)}<div class="actions">${again}<a class="button quiet" href="${to(dress, '/')}">${words.follow.leave}</a></div></div></div>`
  return page({ dress, title, path: '/follow/look', form: 'look', body })
}
