import { type Owed, type Step, yuan } from '../../../domain/entitlement/owed.ts'
import { type Html, html } from '../html.ts'
import type { HelpWords } from '../text/zh-help.ts'
import type { OwedKind } from './count.ts'

/** What a page says beside the numbers; the same on the server and in the script, which has no rules. */
export type Telling = {
  readonly words: HelpWords
  /** What the papers say, in Chinese always. */
  readonly paper: HelpWords
  /** Citations by reference. */
  readonly laws: Readonly<Record<string, string>>
  /** Addresses that keep language and edition. */
  readonly paths: { readonly raise: string; readonly complaint: string; readonly arbitration: string }
}

/** A sum with every step that led to it, its laws, and where to take it. */
export function owedResult(telling: Telling, kind: OwedKind, owed: Owed): Html {
  const { words, laws } = telling
  const notes = owed.notes.map((note) => words.notes[note]).filter((note) => note !== undefined)
  const steps = owed.steps.map(
    (step) => html`<li><b>${words.steps[step.what] ?? step.what}</b> ${stepText(words, step)}</li>`,
  )
  return html`<h2 id="result" tabindex="-1">${words.result}</h2><p class="sum">${words.total} <b>${yuan(owed.fen)}</b> ${words.units.yuan}</p>
<ol class="steps">${steps}</ol><p class="hint">${words.rounding}</p>
${notes.map((note) => html`<p>${note}</p>`)}<h3>${words.law}</h3><ul class="laws">${owed.laws.map((law) => html`<li>${laws[law] ?? law}</li>`)}</ul><p class="hint">${words.general}</p>
${owed.fen > 0 && onward(telling, claimOf(telling.paper, kind, owed), reckoning(words, kind, owed))}`
}

function stepText(words: HelpWords, { formula, value, unit, exact }: Step): Html {
  const sum = `${exact ? '' : `${words.about} `}${value} ${words.units[unit]}`
  return html`<span class="mono">${formula && `${formula} = `}${sum}</span>`
}

/** The sum as a demand: one line of a paper. */
export function claimOf(words: HelpWords, kind: OwedKind, owed: Owed): string {
  const key = owed.laws.includes('contract-87') ? 'unlawful' : kind
  return words.claims[key](yuan(owed.fen))
}

/** The sum and how it came about, as plain text to tell the union. */
function reckoning(words: HelpWords, kind: OwedKind, owed: Owed): string {
  const lines = owed.steps.map((step) => {
    const formula = step.formula && `${step.formula} = `
    return `${words.steps[step.what] ?? step.what}: ${formula}${step.value} ${words.units[step.unit]}`
  })
  return [claimOf(words, kind, owed), ...lines].join('\n')
}

/** On to a paper, or to the union with what was found; the words are in the forms, never in an address. */
export function onward({ words, paths }: Telling, claim: string, text: string): Html {
  const paper = (path: string, label: string) =>
    html`<form method="post" action="${path}" data-carry><input type="hidden" name="claims" value="${claim}"><button class="button quiet" name="do" value="carry">${label}</button></form>`
  return html`<div class="actions">${paper(paths.complaint, words.toComplaint)}${paper(paths.arbitration, words.toArbitration)}</div>${toRaise(words, paths.raise, text)}`
}

/** One tap to raise with these words, which the worker may change first. */
export function toRaise(words: HelpWords, path: string, text: string): Html {
  return html`<form class="card to-raise" method="post" action="${path}" autocomplete="off"><p class="hint" id="raise-lead">${words.raiseLead}</p><div class="field"><label for="raise-text">${words.raiseText}</label><textarea id="raise-text" name="text" rows="5" aria-describedby="raise-lead">
${text}</textarea></div><button class="button wide" name="do" value="look">${words.raise}</button></form>`
}
