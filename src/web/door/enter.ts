import { type Dress, to, wordsOf } from './dress.ts'
import { type FieldError, field, summary } from './field.ts'
import { type Html, html } from './html.ts'
import { page } from './page.ts'

/** What `/follow` shows before number and code are given. */
export type EnterView = {
  readonly number: string
  readonly errors: readonly FieldError[]
  /** Said above the form: that a session ended, that one must wait. */
  readonly note?: string | undefined
  /** What was being written when the session ended; carried along so that it is not lost. */
  readonly draft?: string | undefined
}

/** `/follow`: number and code, sent in a form and never in an address. */
export function enterPage(dress: Dress, view: EnterView): Html {
  const words = wordsOf(dress)
  const texts = words.enter
  const { errors, draft, note } = view
  const title = errors.length > 0 ? words.errors.prefix + words.titles.enter : words.titles.enter
  const number = field(
    'number',
    texts.number,
    (attributes) =>
      html`<input name="number" value="${view.number}" class="mono" autocomplete="off" autocapitalize="characters" spellcheck="false" data-number${attributes}>`,
    { hint: texts.numberHint, errors },
  )
  const code = field(
    'code',
    texts.code,
    (attributes) =>
      html`<input name="code" class="mono" autocomplete="off" autocapitalize="characters" spellcheck="false"${attributes}>`,
    { hint: texts.codeHint, errors },
  )
  const body = html`${summary(dress, errors)}${note && html`<p class="note" role="status">${note}</p>`}<h1>${texts.heading}</h1><p class="lead">${texts.lead}</p>
<form id="enter" method="post" action="${to(dress, '/follow')}" novalidate autocomplete="off">${draft && html`<input type="hidden" name="draft" value="${draft}"><p class="hint">${texts.draftKept}</p>`}${number}${code}<button class="button wide">${texts.submit}</button></form>
<p class="hint">${texts.slow}</p><p class="hint">${texts.lost} <a href="${to(dress, '/raise')}">${texts.lostLink}</a></p>`
  return page({ dress, title, path: '/follow', form: 'enter', body })
}
