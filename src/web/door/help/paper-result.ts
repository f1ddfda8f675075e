import { type Html, html } from '../html.ts'
import type { HelpWords } from '../text/zh-help.ts'
import { type PaperKind, type PaperTyped, paper } from './paper.ts'
import { toRaise } from './result.ts'

/** The paper with what can be done with it; the same on the server and in the script. */
export function paperResult(words: HelpWords, kind: PaperKind, typed: PaperTyped, raise: string): Html {
  return html`<h2 id="result" class="no-print" tabindex="-1">${words.paper.shown}</h2>${paper(kind, typed)}<p class="hint no-print">${words.paper.printHint}</p>${toRaise(words, raise, words.paper.raiseText(typed.claims, typed.facts))}`
}
