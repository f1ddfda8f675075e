import { type Dress, say, to, wordsOf } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { page } from '../page.ts'
import { privacyWords } from './words.ts'

/** `/privacy`: what we store and who can see it; each sentence is held by a test (docs/promises.md). */
export function privacyPage(dress: Dress): Html {
  const words = privacyWords(dress)
  const { modes } = wordsOf(dress).raise
  const part = (id: string, heading: string, sentences: Readonly<Record<string, string>>) =>
    html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2><ul class="plain dots">${Object.values(sentences).map((each) => html`<li>${each}</li>`)}</ul></section>`
  const promised = (['named', 'confidential', 'anonymous'] as const).map(
    (mode) => html`<li><b>${modes[mode]}</b><p>${say(dress, `promise-${mode}`)}</p></li>`,
  )
  const body = html`<h1>${words.heading}</h1><p class="lead">${words.lead}</p>
${part('stored', words.storedHeading, words.stored)}${part('unstored', words.unstoredHeading, words.unstored)}${part('seen', words.seenHeading, words.seen)}
<section aria-labelledby="modes"><h2 id="modes">${words.modesHeading}</h2><ul class="plain">${promised}</ul></section>
${part('kept', words.keptHeading, words.kept)}<p class="actions"><a class="button quiet" href="${to(dress, '/follow')}">${words.follow}</a></p>`
  return page({ dress, title: words.title, path: '/privacy', body })
}
