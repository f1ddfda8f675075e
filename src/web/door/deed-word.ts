import type { Dress } from './dress.ts'
import { to } from './dress.ts'
import { type FieldError, field, summary } from './field.ts'
import { flag, type Html, html } from './html.ts'
import { page } from './page.ts'
import { enDeedWord } from './text/en-deed-word.ts'
import { zhDeedWord } from './text/zh-deed-word.ts'

/** The words of the page in its language. */
export function deedWords({ locale }: Pick<Dress, 'locale'>): typeof enDeedWord {
  return locale === 'en' ? enDeedWord : zhDeedWord
}

/** The answers of a slip, three equal ones. */
export const usefulWords = ['yes', 'partly', 'no'] as const

/** `/deed-word`: number, code and one word, sent in a form and never in an address. */
export function deedWordPage(
  dress: Dress,
  view: { readonly number: string; readonly useful: string; readonly errors: readonly FieldError[] },
): Html {
  const words = deedWords(dress)
  const { errors } = view
  const number = field(
    'number',
    words.number,
    (attributes) =>
      html`<input name="number" value="${view.number}" class="mono" autocomplete="off" autocapitalize="characters" spellcheck="false"${attributes}>`,
    { errors },
  )
  const code = field(
    'code',
    words.code,
    (attributes) =>
      html`<input name="code" class="mono" autocomplete="off" autocapitalize="characters" spellcheck="false"${attributes}>`,
    { errors },
  )
  const answers = usefulWords.map(
    (each) =>
      html`<label class="choice"><input type="radio" name="useful" value="${each}"${flag('checked', view.useful === each)}> ${words[each]}</label>`,
  )
  const body = html`${summary(dress, errors)}<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<form id="deed-word" method="post" action="${to(dress, '/deed-word')}" novalidate autocomplete="off">${number}${code}<fieldset id="useful"><legend>${words.asked}</legend>${answers}</fieldset><button class="button wide">${words.send}</button></form>
<p class="hint">${words.seen}</p>`
  return page({ dress, title: words.title, path: '/deed-word', form: 'deed-word', body })
}

/** What was kept. */
export function deedWordKept(dress: Dress, told: string): Html {
  const words = deedWords(dress)
  const body = html`<h1>${words.thanks}</h1><p class="lead" role="status">${told}</p>`
  return page({ dress, title: words.thanks, path: '/deed-word', body })
}
