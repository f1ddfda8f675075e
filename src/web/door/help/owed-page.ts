import type { Owed } from '../../../domain/entitlement/owed.ts'
import { to } from '../dress.ts'
import { type FieldError, field, group, summary } from '../field.ts'
import { flag, type Html, html, phrases } from '../html.ts'
import { radio } from '../raise-place.ts'
import type { HelpWords } from '../text/zh-help.ts'
import { type Fault, type OwedKind, owedForms, type Typed } from './count.ts'
import { owedResult } from './result.ts'
import { type HelpDress, helpPage, helpWords, tellingOf } from './told.ts'

const kinds = Object.keys(owedForms) as OwedKind[]
/** Laws a result may cite, by kind; the script is given their names, because it has no rules. */
const lawsOf: Readonly<Record<OwedKind, readonly string[]>> = {
  arrears: ['labour-50', 'contract-30', 'wages-9', 'conversion', 'labour-48', 'contract-85'],
  overtime: ['labour-44', 'wages-13', 'conversion', 'labour-51', 'contract-31', 'contract-85'],
  leave: [...[3, 5].map((n) => `leave-${n}`), ...[5, 10, 11, 12].map((n) => `leave-how-${n}`), 'conversion'],
  contract: ['contract-10', 'contract-82', 'contract-how-6', 'contract-how-7', 'conversion'],
  severance: [...[40, 46, 47, 48, 87].map((n) => `contract-${n}`), ...[20, 25, 27].map((n) => `contract-how-${n}`)],
}

/** `/help/owed`: which of them. */
export function owedIndex(dress: HelpDress): Html {
  const words = helpWords(dress)
  const way = (kind: OwedKind) =>
    html`<li><a class="way" href="${to(dress, `/help/owed/${kind}`)}"><b>${words.kinds[kind][0]}</b><span>${words.kinds[kind][1]}</span></a></li>`
  const body = html`<h1>${phrases(words.doors.owed[0])}</h1><p class="lead">${words.owedLead}</p><ul class="ways">${kinds.map(way)}</ul><p class="hint">${words.general}</p>`
  return helpPage(dress, '/help/owed', body)
}

/** `/help/owed/<kind>`: the form with what was typed, what is wrong with it or what comes of it. */
export function owedPage(
  dress: HelpDress,
  kind: OwedKind,
  typed: Typed,
  outcome: { readonly owed?: Owed; readonly faults?: readonly Fault[] },
): Html {
  const words = helpWords(dress)
  const errors: FieldError[] = (outcome.faults ?? []).map(({ id, what }) => ({ id, text: words.errors[what] }))
  const telling = tellingOf(dress, lawsOf[kind])
  const { entitlements } = dress.rules
  const body = html`${summary(dress, errors)}<h1>${phrases(words.kinds[kind][0])}</h1><p class="lead">${words.kinds[kind][1]}</p>
<form id="count" method="post" action="${to(dress, `/help/owed/${kind}`)}" novalidate autocomplete="off" data-count="${kind}" data-rules="${JSON.stringify(entitlements)}" data-laws="${JSON.stringify(telling.laws)}" data-paths="${JSON.stringify(telling.paths)}">${owedForms[kind].map((each) => control(words, each, typed, errors))}
<div class="send"><button class="button wide" name="do" value="count">${words.count}</button></div></form>
<div id="out" data-out>${outcome.owed && owedResult(telling, kind, outcome.owed)}</div><p class="hint">${words.kept}</p>`
  return helpPage(dress, `/help/owed/${kind}`, body, 'count')
}

function control(
  words: HelpWords,
  { name, shape }: (typeof owedForms)[OwedKind][number],
  typed: Typed,
  errors: readonly FieldError[],
): Html {
  const { label, hint } = words.fields[name]
  const value = typed(name)
  if (shape === 'check')
    return html`<label class="choice"><input type="checkbox" name="${name}" value="yes"${flag('checked', value !== '')}><span>${label}</span></label>`
  if (shape === 'choice') {
    const ways = Object.entries(words.severanceKinds)
    return group(
      name,
      label,
      ways.map(([code, text]) => radio(name, code, text, code === value)),
      { errors },
    )
  }
  const input = (attributes: Html) =>
    shape === 'date'
      ? html`<input type="date" name="${name}" value="${value}"${attributes}>`
      : html`<input class="short" name="${name}" value="${value}" inputmode="${shape === 'whole' ? 'numeric' : 'decimal'}"${attributes}>`
  return field(name, label, input, { hint: hint || undefined, errors })
}
