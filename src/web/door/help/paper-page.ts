import { to } from '../dress.ts'
import { field } from '../field.ts'
import { type Html, html, phrases } from '../html.ts'
import { type PaperField, type PaperKind, type PaperTyped, paperFields } from './paper.ts'
import { paperResult } from './paper-result.ts'
import { type HelpDress, helpPage, helpWords } from './told.ts'

const long: readonly PaperField[] = ['claims', 'facts', 'proof']

/** `/help/papers/<kind>`: the form, and the paper as it will be printed once asked for. */
export function paperPage(dress: HelpDress, kind: PaperKind, typed: PaperTyped, shown: boolean): Html {
  const words = helpWords(dress).paper
  const path = `/help/papers/${kind}`
  const one = (name: PaperField) => {
    const { label, hint } = words[name === 'office' && kind === 'arbitration' ? 'commission' : name]
    return field(
      name,
      label,
      (attributes) =>
        long.includes(name)
          ? html`<textarea name="${name}" rows="${name === 'facts' ? 7 : 4}"${attributes}>
${typed[name]}</textarea>`
          : html`<input name="${name}" value="${typed[name]}"${attributes}>`,
      { hint: hint || undefined },
    )
  }
  const some = (names: readonly PaperField[]) => paperFields.filter((each) => names.includes(each)).map(one)
  const raise = to(dress, '/raise')
  const body = html`<h1>${phrases(helpWords(dress).doors[kind][0])}</h1><p class="lead">${words.lead}${words.chinese && ` ${words.chinese}`}</p>
<form id="paper" method="post" action="${to(dress, path)}" autocomplete="off" data-paper="${kind}" data-raise="${raise}">${some(['claims', 'facts', 'proof'])}
<fieldset><legend>${words.against}</legend>${some(['employer', 'seat', 'boss'])}</fieldset><fieldset><legend>${words.who}</legend>${some(['name', 'sex', 'age', 'job', 'address', 'phone'])}</fieldset>${one('office')}
<div class="send answers two"><button class="button" name="do" value="show">${words.show}</button><button class="button even" name="do" value="save">${words.save}</button></div></form>
<div id="out" data-out>${shown && paperResult(helpWords(dress), kind, typed, raise)}</div><p class="hint">${helpWords(dress).kept}</p>`
  return helpPage(dress, path, body, 'paper')
}
