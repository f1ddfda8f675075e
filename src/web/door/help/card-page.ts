import type { Card } from '../../../domain/knowledge/card.ts'
import { nameIn, wordsOf } from '../dress.ts'
import { type Html, html, phrases } from '../html.ts'
import { toRaise } from './result.ts'
import { type HelpDress, helpPage, helpWords, lawList, phoneLinks, tellingOf } from './told.ts'

/** `/help/card/<code>`: one question answered, with its law, its owner and when it is looked at again. */
export function cardPage(dress: HelpDress, card: Card): Html {
  const words = helpWords(dress)
  const { locale, rules } = dress
  const day = (on: string) => wordsOf(dress).time.dateYear(...(on.split('-').map(Number) as [number, number, number]))
  const places = rules.help.places.filter(({ code }) => card.whereTo.includes(code))
  const clock = rules.legalClocks.find(({ code }) => code === card.clock)
  const numbers = [...new Set(places.flatMap(({ phones }) => phones))]
  const body = html`<article><h1>${phrases(card.question[locale])}</h1>
<div class="text">${card.answer.map((each) => html`<p>${each[locale]}</p>`)}</div>
${clock && html`<p class="note"><b>${words.clock}</b> ${clock.text[locale]}</p>`}
<h2>${words.papers}</h2><ul class="checks">${card.papers.map((each) => html`<li>${each[locale]}</li>`)}</ul>
<h2>${words.whereTo}</h2>${places.map((place) => html`<p><b>${place.name[locale]}</b> ${place.how[locale]}</p>`)}${phoneLinks(dress, numbers)}
${lawList(dress, card.law)}<p class="hint">${words.reviewed(nameIn(dress, rules.sections, card.owner), day(card.validFrom), day(card.reviewBy))} ${words.general}</p></article>
${toRaise(words, tellingOf(dress, []).paths.raise, `${card.question[locale]}\n`)}`
  return helpPage(dress, `/help/card/${card.code}`, body)
}
