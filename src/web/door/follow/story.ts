import { type Dress, wordsOf } from '../dress.ts'
import { flag, type Html, html } from '../html.ts'
import { dayText } from '../when.ts'
import { type FollowView, form } from './session.ts'

/**
 * Agreeing to be told about in public, and taking it back (domain §4 rule 11). It stands among the rights, is never asked and
 * is there only once the matter is closed (rule 27).
 */
export function story(dress: Dress, view: FollowView): Html {
  const { answer, errors, now } = view
  const words = wordsOf(dress).story
  const text = dress.rules.consents.find(({ code }) => code === 'public-story')
  if (!text) return html``
  const { verbs } = answer.demand
  if (verbs.includes('consent.withdraw')) {
    const given = answer.timeline.findLast(({ kind }) => kind === 'ConsentGiven')
    const since = given ? words.since(dayText(dress, Date.parse(given.at), now)) : ''
    return html`<details class="danger-zone" id="retract" open><summary>${words.given}</summary><p>${since}${words.takeBackWhat}</p>${form(dress, view, 'retract', html`<button class="button even">${words.takeBack}</button>`)}</details>`
  }
  if (!verbs.includes('consent.give')) return html``
  const tick = (name: string, label: string) =>
    html`<label class="choice"><input type="checkbox" name="${name}" value="yes"><span>${label}</span></label>`
  const box = html`<input type="hidden" name="consent" value="${text.version}">${tick('name', words.name)}${tick('picture', words.picture)}<button class="button even">${words.give}</button>`
  const open = errors.some(({ id }) => id === 'story')
  return html`<details class="danger-zone" id="story"${flag('open', open)}><summary>${text.title[dress.locale]}</summary><p>${text.text[dress.locale]}</p><p class="hint">${words.free}</p>${form(dress, view, 'consent', box)}</details>`
}
