import type { CommentRules } from '../../../domain/article/news-rules.ts'
import { showRetrievalCode } from '../../../domain/code/retrieval-code.ts'
import type { CommentStatus } from '../../../domain/comment/state.ts'
import { type Dress, to, wordsOf } from '../dress.ts'
import { type FieldError, field, summary } from '../field.ts'
import { type Html, html, lines } from '../html.ts'
import { page } from '../page.ts'
import { enComment } from '../text/en-comment.ts'
import { zhComment } from '../text/zh-comment.ts'
import { crumbs } from './row.ts'

/** The words of the pages in their language. */
export function commentWords({ locale }: Pick<Dress, 'locale'>): typeof zhComment {
  return locale === 'en' ? enComment : zhComment
}

/** The article a comment is about. */
export type About = { readonly article: string; readonly title: string }
type Errors = { readonly errors: readonly FieldError[] }

/** `/news/<article>/comment`: what to say, and the phone that answers for it. */
export function commentPage(
  dress: Dress,
  about: About,
  { text, phone, errors }: Errors & { readonly text: string; readonly phone: string },
  rules: CommentRules,
): Html {
  const words = commentWords(dress)
  const path = `/news/${about.article}/comment`
  const said = field(
    'text',
    words.text,
    (attributes) => html`<textarea name="text" rows="6"${attributes}>${text}</textarea>`,
    { errors, hint: words.textHint(rules.mostCharacters) },
  )
  const by = field(
    'phone',
    words.phone,
    (attributes) =>
      html`<input name="phone" type="tel" inputmode="tel" autocomplete="tel" value="${phone}"${attributes}>`,
    { errors, hint: words.phoneHint },
  )
  const body = html`${summary(dress, errors)}${where(dress, about, words.title)}<h1>${words.title}</h1><p class="lead">${words.lead(about.title)}</p>
<form id="comment" method="post" action="${to(dress, path)}" novalidate>${said}${by}<button class="button wide">${words.ask}</button></form>`
  return page({ dress, title: words.title, path, form: 'comment', body })
}

/** The code that was sent; what was written travels along, sealed. */
export function commentCodePage(
  dress: Dress,
  about: About,
  { ticket, errors }: Errors & { readonly ticket: string },
  rules: CommentRules,
): Html {
  const words = commentWords(dress)
  const path = `/news/${about.article}/comment`
  const code = field(
    'code',
    words.code,
    (attributes) =>
      html`<input name="code" class="mono" inputmode="numeric" autocomplete="one-time-code" maxlength="12"${attributes}>`,
    { errors },
  )
  const body = html`${summary(dress, errors)}${where(dress, about, words.title)}<h1>${words.codeTitle}</h1><p class="lead" role="status">${words.codeLead(rules.codeMinutes)}</p>
<form id="comment" method="post" action="${to(dress, path)}" novalidate autocomplete="off"><input type="hidden" name="ticket" value="${ticket}">${code}<button class="button wide">${words.send}</button></form>`
  return page({ dress, title: words.codeTitle, path, form: 'comment', body })
}

/** What its writer keeps. */
export function commentKeptPage(
  dress: Dress,
  about: About,
  kept: { readonly number: string; readonly code: string },
): Html {
  const words = commentWords(dress)
  const body = html`${where(dress, about, words.title)}<h1>${words.thanks}</h1><p class="lead" role="status">${words.thanksLead}</p>
<dl class="kept"><dt>${words.number}</dt><dd class="mono">${kept.number}</dd><dt>${words.secret}</dt><dd class="mono">${showRetrievalCode(kept.code)}</dd></dl>
<p class="note">${words.keep}</p><p class="actions"><a class="button quiet" href="${to(dress, `/news/${about.article}`)}">${words.about}</a></p>`
  return page({ dress, title: words.thanks, path: `/news/${about.article}`, body })
}

/** `/comment`: number and code, sent in a form and never in an address. */
export function ownCommentForm(dress: Dress, { number, errors }: Errors & { readonly number: string }): Html {
  const words = commentWords(dress)
  const mono = html` class="mono" autocomplete="off" autocapitalize="characters" spellcheck="false"`
  const one = field('number', words.number, (of) => html`<input name="number" value="${number}"${mono}${of}>`, {
    errors,
  })
  const two = field('code', words.secret, (of) => html`<input name="code"${mono}${of}>`, { errors })
  const body = html`${summary(dress, errors)}${crumbs(dress, [words.ownTitle, null])}<h1>${words.ownTitle}</h1><p class="lead">${words.ownLead}</p>
<form id="own" method="post" action="${to(dress, '/comment')}" novalidate autocomplete="off">${one}${two}<button class="button wide">${words.see}</button></form>`
  return page({ dress, title: words.ownTitle, path: '/comment', form: 'own', body })
}

/** What became of a comment. */
export type OwnComment = {
  readonly article: string
  readonly status: CommentStatus
  readonly reason: string | null
  readonly text: string | null
}

/** What became of it, and the way to take it back. */
export function ownCommentPage(
  dress: Dress,
  { article, status, reason, text }: OwnComment,
  held: { readonly number: string; readonly code: string },
  rules: CommentRules,
): Html {
  const words = commentWords(dress)
  const why = rules.refusals.find(({ code }) => code === reason)?.name[dress.locale]
  const { colon } = wordsOf(dress).punctuation
  const gone = status === 'withdrawn'
  const body = html`${crumbs(dress, [words.ownTitle, null])}<h1>${words.ownTitle}</h1><p class="lead" role="status">${words.status[status]}</p>${why && html`<p>${words.why}${colon}${why}</p>`}
${!gone && text !== null && html`<blockquote class="own" lang="zh-CN">${lines(text)}</blockquote>`}
<form id="own" method="post" action="${to(dress, '/comment')}" autocomplete="off"><input type="hidden" name="number" value="${held.number}"><input type="hidden" name="code" value="${held.code}">${!gone && html`<button class="button quiet" name="do" value="withdraw">${words.withdraw}</button>`}</form>
<p><a href="${to(dress, `/news/${article}`)}">${words.about}</a></p>`
  return page({ dress, title: words.ownTitle, path: '/comment', form: 'own', body })
}

/** The comments under an article: none where they are off but that there is none (domain §7). In the order of their time. */
export function commentSection(
  dress: Dress,
  {
    article,
    open,
    n,
    list,
    when,
  }: {
    readonly article: string
    readonly open: boolean
    readonly n: number
    readonly list: readonly { readonly text: string; readonly publishedAt: string }[]
    readonly when: (instant: string) => string
  },
): Html {
  const words = commentWords(dress)
  const heading = html`<h2 id="comments">${wordsOf(dress).news.comments(n)}</h2>`
  if (!open) return html`<section aria-labelledby="comments">${heading}</section>`
  const { dot } = wordsOf(dress).punctuation
  const one = ({ text, publishedAt }: (typeof list)[number]) =>
    html`<li><p lang="zh-CN">${lines(text)}</p><span class="quiet">${words.reader}${dot}<time datetime="${publishedAt}">${when(publishedAt)}</time></span></li>`
  return html`<section aria-labelledby="comments">${heading}${list.length > 0 && html`<ol class="comments">${list.map(one)}</ol>`}
<p class="actions"><a class="button quiet" href="${to(dress, `/news/${article}/comment`)}">${words.write}</a></p><p class="hint no-print"><a href="${to(dress, '/comment')}">${words.own}</a></p></section>`
}

function where(dress: Dress, { article }: About, here: string): Html {
  return crumbs(dress, [wordsOf(dress).news.body, `/news/${article}`], [here, null])
}
