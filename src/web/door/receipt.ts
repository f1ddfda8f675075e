import { demandNumberAloud } from '../../domain/code/demand-number.ts'
import { retrievalCodeGroups, showRetrievalCode } from '../../domain/code/retrieval-code.ts'
import type { NextWhat } from '../../domain/demand/next.ts'
import { type Dress, say, to, wordsOf } from './dress.ts'
import { Html, html, type Part, phrases } from './html.ts'
import { dangerLine, page } from './page.ts'
import { dueWords, spanWords } from './when.ts'

/** Who must act next, and by when. */
export type NextStep = {
  readonly what: NextWhat
  readonly unit: string
  readonly at: string
} | null

/** What the receipt page shows. `code` null: the hour is over in which the same submission shows it again. */
export type ReceiptView = {
  readonly number: string
  readonly code: string | null
  readonly checkWord: string
  readonly next: NextStep
  /** A lead and a time for the answer that stand already, because a life is in danger or many people are concerned. */
  readonly leads: { readonly why: 'danger' | 'group'; readonly unit: string; readonly dueAt: string } | null
  /** Epoch milliseconds. */
  readonly now: number
  /** Dark modules of the QR code as one SVG path in a box of `size`, or null where the site's address is not known. */
  readonly qr: { readonly path: string; readonly size: number } | null
  /** The submission again, hidden, so that language and size can change without losing the code. */
  readonly again: readonly (readonly [string, string])[]
}

/** The receipt: kept by the worker, never shown again. */
export function receiptPage(dress: Dress, view: ReceiptView): Html {
  const words = wordsOf(dress)
  const texts = words.receipt
  const code = view.code && showRetrievalCode(view.code)
  const heading = html`<h1 tabindex="-1" autofocus data-focus>${phrases(texts.heading)}</h1>`
  const kept = code
    ? html`<p class="keep">${say(dress, 'code-lost')}</p>${value(texts.number, view.number, aloud(view.number, words.punctuation.comma), 'number')}${value(texts.code, code, codeAloud(view.code, words.punctuation.comma), 'code')}<p class="hint">${texts.codeHint} ${texts.keepSafe}</p>`
    : html`<p class="note">${texts.late}</p>`
  const word = html`<div class="word"><p>${texts.word} <b lang="zh-CN">${view.checkWord}</b></p><p class="hint">${say(dress, 'check-word')}</p></div>`
  // Who said that a life is in danger reads the numbers to dial before anything else.
  const danger = view.leads?.why === 'danger'
  const body = html`${danger && dangerLine(dress)}<div class="receipt" data-submitted>${heading}${kept}${word}${view.qr && qr(view.qr, texts.qr, texts.qrHint)}</div>
<section class="card" aria-labelledby="next"><h2 id="next">${texts.next}</h2>${leads(dress, view)}${nextWords(dress, view.next, view.now)}</section>
<p class="actions"><a class="button" href="${to(dress, '/follow')}">${texts.follow}</a></p>${!danger && dangerLine(dress)}<p class="hint no-print">${texts.print} ${texts.again}</p>${code && picture(texts)}
<form id="again" method="post" action="${to(dress, '/raise')}" hidden><input type="hidden" name="again" value="1">${view.again.map(([name, text]) => html`<input type="hidden" name="${name}" value="${text}">`)}</form>`
  return page({ dress, script: 'receipt', title: words.titles.receipt, path: '/raise', form: 'again', body })
}

/** Who leads and by when it answers, where that stands from the first instant on. */
function leads(dress: Dress, { leads, now }: ReceiptView): Html | '' {
  if (!leads) return ''
  const texts = wordsOf(dress).receipt
  return html`<p><b>${texts.leads[leads.why](leads.unit)}</b> ${texts.answers(dueWords(dress, leads.dueAt, now))}</p>`
}

/** Who must act and by when, in one sentence a person can repeat on the phone. */
export function nextWords(dress: Dress, next: NextStep, now: number): Html {
  const words = wordsOf(dress).follow
  if (!next) return html``
  const left = Date.parse(next.at) - now
  const span = spanWords(dress, left)
  const chip =
    left < 0
      ? html`<span class="chip late">${words.late(span)}</span>`
      : html`<span class="chip due">${words.left(span)}</span>`
  return html`<p class="next"><b>${next.unit}</b><br>${words.nextWhat[next.what]}</p><p>${words.nextBy(dueWords(dress, next.at, now))} ${chip}</p>`
}

function value(name: string, shown: string, heard: string, kind: string): Html {
  return html`<p class="kept"><span class="name">${name}</span><span class="${kind}" aria-hidden="true">${breakable(shown)}</span><span class="heard">${heard}</span></p>`
}

/** A number and a code may break at their hyphens only. */
function breakable(number: string): Part {
  return number.split('-').map((part, at) => html`${at > 0 && new Html('-<wbr>')}<span>${part}</span>`)
}

function aloud(number: string, comma: string): string {
  return demandNumberAloud(number)
    .map((part) => [...part].join(' '))
    .join(comma)
}

/** Sign by sign, with a breath after every group. */
function codeAloud(code: string, comma: string): string {
  return retrievalCodeGroups(code)
    .map((group) => [...group].join(' '))
    .join(comma)
}

/** Shown by the script that draws it, and only then. */
function picture(texts: {
  readonly picture: string
  readonly pictureHint: string
  readonly pictureDone: string
}): Html {
  return html`<div class="no-print" data-picture hidden><p><button class="button quiet" type="button" data-done="${texts.pictureDone}">${texts.picture}</button></p><p class="hint">${texts.pictureHint} <span role="status"></span></p></div>`
}

function qr(code: { path: string; size: number }, label: string, hint: string): Html {
  return html`<figure class="qr"><svg viewBox="0 0 ${code.size} ${code.size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${code.size}" height="${code.size}" fill="#fff"/><path d="${code.path}" fill="#000"/></svg><figcaption><b>${label}</b><br>${hint}</figcaption></figure>`
}
