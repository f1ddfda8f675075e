import { citation, findLaw } from '../../../domain/entitlement/law.ts'
import type { Rules } from '../../../domain/rules.ts'
import { type DoorRules, type Dress, to } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { page } from '../page.ts'
import { enHelp } from '../text/en-help.ts'
import { type HelpWords, zhHelp } from '../text/zh-help.ts'
import type { Telling } from './result.ts'

/** How a help page is shown: it reads more of the rules than other pages do. */
export type HelpDress = Dress & {
  readonly rules: DoorRules & Pick<Rules, 'laws' | 'entitlements' | 'help' | 'cards' | 'calendar' | 'sections'>
}

/** The catalogue of the help pages in the page's language. */
export function helpWords(dress: Pick<Dress, 'locale'>): HelpWords {
  return dress.locale === 'en' ? enHelp : zhHelp
}

/** A law as it is cited, with the day of the text that was used. */
export function cited(dress: HelpDress, reference: string): string {
  const found = findLaw(dress.rules.laws, reference)
  return found ? helpWords(dress).lawOf(citation(found.law, found.article)[dress.locale], found.law.version) : reference
}

/** The laws of a list, folded: who wants them opens them. */
export function lawList(dress: HelpDress, references: readonly string[]): Html {
  return html`<details class="laws"><summary>${helpWords(dress).law}</summary><ul>${references.map((each) => html`<li>${cited(dress, each)}</li>`)}</ul></details>`
}

/** What a result says beside its numbers; `laws` those that may be cited in it. */
export function tellingOf(dress: HelpDress, laws: readonly string[]): Telling {
  const at = (path: string) => to(dress, path)
  return {
    words: helpWords(dress),
    paper: zhHelp,
    laws: Object.fromEntries(laws.map((each) => [each, cited(dress, each)])),
    paths: {
      raise: at('/raise'),
      complaint: at('/help/papers/complaint'),
      arbitration: at('/help/papers/arbitration'),
    },
  }
}

/** Numbers that can be dialled. */
export function phoneLinks(dress: HelpDress, numbers: readonly string[]): Html {
  const lines = dress.rules.phoneLines.filter(({ number }) => numbers.includes(number))
  return html`<ul class="numbers">${lines.map((line) => html`<li><a href="tel:${line.number}"><b>${line.number}</b><span>${line.name[dress.locale]}</span></a></li>`)}</ul>`
}

/** A page of the help: its title is one for all, because it stands in histories that others see. Only one that reckons asks for the script. */
export function helpPage(dress: HelpDress, path: string, body: Html, form?: string): Html {
  const words = helpWords(dress)
  const back = path === '/help' ? '' : html`<p class="others"><a href="${to(dress, '/help')}">${words.back}</a></p>`
  return page({
    dress,
    title: words.title,
    path,
    form,
    script: form === undefined || form === 'find' ? undefined : 'help',
    body: html`${body}${back}`,
  })
}
