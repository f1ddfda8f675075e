import { type Dress, type Script, say, to, wordsOf } from './dress.ts'
import { type Html, html, type Part } from './html.ts'
import { footLinks } from './public/foot.ts'

/** One page of the door. */
export type Page = {
  readonly dress: Dress
  /** Neutral: it stands in tabs, histories and task lists that others see. */
  readonly title: string
  /** Where the switches of language and edition lead. */
  readonly path: string
  /** A form on the page whose content the switches must carry along, so that nothing typed or opened is lost. */
  readonly form?: string | undefined
  readonly body: Part
  /** What the page adds to itself where scripts run. */
  readonly script?: Script | undefined
  /** More for the head of the document. */
  readonly head?: Html | undefined
}

/** A whole document. `noindex`, no referrer but to ourselves, nothing from elsewhere. */
export function page({ dress, title, path, form, body, script, head }: Page): Html {
  const words = wordsOf(dress)
  const { assets } = dress
  const more = script && assets.scripts[script]
  return html`<!doctype html>
<html lang="${words.lang}" class="${dress.care ? 'care' : ''}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><meta name="referrer" content="same-origin"><meta name="format-detection" content="telephone=no"><meta name="color-scheme" content="light dark">
<title>${title}</title>${head}<link rel="stylesheet" href="${assets.css}"><link rel="icon" href="${assets.icon}" type="image/svg+xml"><script src="${assets.js}" defer></script>${more && html`<script src="${more}" type="module"></script>`}</head>
<body>${form && firstButton(form)}<a class="skip" href="#main">${words.bar.skip}</a>
<header class="bar"><div class="in"><a class="brand" href="${to(dress, '/')}">${words.brand}</a>
<nav aria-label="${words.bar.label}">${switches(dress, path, form)}<a class="exit" href="/away" rel="noreferrer" data-exit>${words.bar.exit}</a></nav></div></header>
<main id="main" tabindex="-1">${body}</main>
<footer class="foot"><div class="in"><p><b>${words.foot.exit}</b>${words.punctuation.colon}${say(dress, 'quick-exit')}</p>
<p>${say(dress, 'own-device')} ${say(dress, 'hotline-not-emergency')}</p>${footLinks(dress)}</div></footer></body></html>`
}

/**
 * The key Enter presses a form's first button in the document, and the switches of the bar come before everything. So a
 * button that nobody sees stands before them.
 */
function firstButton(form: string): Html {
  return html`<button class="unseen" form="${form}" name="do" value="enter" tabindex="-1" aria-hidden="true"></button>`
}

/** Care edition and language. Beside a form they are its buttons, so that what was typed comes along. */
function switches(dress: Dress, path: string, form: string | undefined): Html {
  const words = wordsOf(dress)
  const care = to(dress, path, { care: !dress.care })
  const language = to(dress, path, { locale: dress.locale === 'en' ? 'zh' : 'en' })
  const one = (address: string, text: string, lang?: string) => {
    const spoken = lang ? html` lang="${lang}"` : ''
    return form
      ? html`<button class="switch" form="${form}" formaction="${address}" formnovalidate name="do" value="look"${spoken}>${text}</button>`
      : html`<a class="switch" href="${address}"${spoken}>${text}</a>`
  }
  return html`${one(care, dress.care ? words.bar.plain : words.bar.care)}${one(language, words.bar.language, words.bar.languageCode)}`
}

/** Numbers to dial first, as links a phone can call. */
export function dangerLine(dress: Dress): Html {
  const sentence = say(dress, 'danger')
  const numbers = new Set(dress.rules.phoneLines.map((line) => line.number))
  const parts = sentence
    .split(/(\d{3,})/)
    .map((part) => (numbers.has(part) ? html`<a href="tel:${part}">${part}</a>` : part))
  return html`<p class="danger"><b>${wordsOf(dress).raise.danger}</b>${wordsOf(dress).punctuation.colon}${parts}</p>`
}
