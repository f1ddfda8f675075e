import { type Html, html, phrases } from '../html.ts'
import { type HelpDress, helpPage, helpWords, lawList, phoneLinks } from './told.ts'

/** `/help/evidence`: what to keep, by matter, to tick and to print. The ticks stand in no form and go nowhere. */
export function evidencePage(dress: HelpDress): Html {
  const words = helpWords(dress)
  const lists = dress.rules.help.evidence.map(
    ({ code, name, items, law }) =>
      html`<section aria-labelledby="${code}"><h2 id="${code}">${name[dress.locale]}</h2>${items.map((item) => html`<label class="choice"><input type="checkbox" autocomplete="off"><span>${item[dress.locale]}</span></label>`)}${lawList(dress, law)}</section>`,
  )
  const body = html`<h1>${phrases(words.doors.evidence[0])}</h1><p class="lead">${words.evidence.lead}</p><p class="note">${words.evidence.safe}</p>${lists}<p class="hint">${words.paper.printHint}</p>`
  return helpPage(dress, '/help/evidence', body)
}

/** `/help/where`: whom to ask, for what, at which number. */
export function wherePage(dress: HelpDress): Html {
  const words = helpWords(dress)
  const places = dress.rules.help.places.map(
    ({ code, name, why, how, law, phones }) =>
      html`<section class="card" aria-labelledby="${code}"><h2 id="${code}">${name[dress.locale]}</h2><p>${why[dress.locale]}</p><p>${how[dress.locale]}</p>${phones.length > 0 && phoneLinks(dress, phones)}${lawList(dress, law)}</section>`,
  )
  const body = html`<h1>${phrases(words.doors.where[0])}</h1><p class="lead">${words.where.lead}</p>${places}`
  return helpPage(dress, '/help/where', body)
}
