import { type Dress, say, to, wordsOf } from './dress.ts'
import { type FieldError, field, group, summary } from './field.ts'
import { groupsField } from './groups.ts'
import { helpWords } from './help/told.ts'
import { flag, type Html, html, join } from './html.ts'
import { dangerLine, page } from './page.ts'
import { filesField } from './raise-files.ts'
import type { RaiseFields } from './raise-form.ts'
import { type Employers, employerField, type Places, personsField, placeField, radio } from './raise-place.ts'

/** What `/raise` shows: what was typed so far, what was looked up, what is wrong. */
export type RaiseView = {
  readonly fields: RaiseFields
  readonly places: Places
  readonly employers: Employers
  readonly agencies: Employers
  readonly errors: readonly FieldError[]
}

/** `/raise`: one page, the story first. Works without scripts; every look-up is a button of the same form. */
export function raisePage(dress: Dress, view: RaiseView): Html {
  const words = wordsOf(dress)
  const { fields, errors } = view
  const title = errors.length > 0 ? words.errors.prefix + words.titles.raise : words.titles.raise
  const body = html`${summary(dress, errors)}<form id="raise" method="post" action="${to(dress, '/raise')}" novalidate autocomplete="off" data-draft>
<input type="hidden" name="nonce" value="${fields.nonce}">
${story(dress, fields, errors)}${danger(dress, fields)}
${modes(dress, fields, errors)}${filesField(dress, fields.files, errors)}${contact(dress, fields, errors)}${placeField(dress, fields, view.places, errors)}${employerField(dress, fields, view, errors)}${personsField(dress, fields, errors)}${topics(dress, fields, errors)}${groupsField(dress, fields.groups, errors)}
<div class="send"><p>${words.raise.promise}</p><button class="button wide" name="do" value="submit">${words.raise.submit}</button></div></form>`
  return page({ dress, script: 'raise', title, path: '/raise', form: 'raise', body })
}

function story(dress: Dress, fields: RaiseFields, errors: readonly FieldError[]): Html {
  const words = wordsOf(dress).raise
  const wrong = errors.find((error) => error.id === 'text')
  const ids = `text-lead text-hint${wrong ? ' text-error' : ''}`
  return html`<div class="field story${wrong ? ' wrong' : ''}"><h1><label for="text">${words.heading}</label></h1><p class="lead" id="text-lead">${words.lead}</p>${wrong && html`<p class="error" id="text-error">${wrong.text}</p>`}
<textarea id="text" name="text" rows="7" aria-describedby="${ids}"${wrong ? html` aria-invalid="true"` : ''}>${join(['\n'])}${fields.text}</textarea><p class="hint" id="text-hint">${words.textHint}</p><p class="hint" data-draft-note hidden>${words.draft}</p><p class="others"><a href="${to(dress, '/help')}">${helpWords(dress).fromRaise}</a></p></div>`
}

/** The numbers to dial first; after them, as a choice like any other, that it is so now: it asks for a post on duty at once. */
function danger(dress: Dress, fields: RaiseFields): Html {
  const words = wordsOf(dress).raise
  const box = html`<label class="choice"><input type="checkbox" name="danger" value="yes"${flag('checked', fields.danger === 'yes')}><span><b>${words.dangerNow}</b><span class="what">${words.dangerWhat} ${say(dress, 'hotline-not-emergency')}</span></span></label>`
  return html`<div>${dangerLine(dress)}${box}</div>`
}

function modes(dress: Dress, fields: RaiseFields, errors: readonly FieldError[]): Html {
  const words = wordsOf(dress).raise
  const advised = fields.mode !== 'anonymous' && html` <span class="chip">${words.modeAdvice}</span>`
  const one = (mode: 'named' | 'confidential' | 'anonymous') => {
    const more = mode === 'anonymous' ? ` ${say(dress, 'anonymous-reply')}` : ''
    return radio(
      'mode',
      mode,
      words.modes[mode],
      fields.mode === mode,
      html`${mode === 'confidential' && advised}<span class="what">${say(dress, `promise-${mode}`)}${more}</span>`,
    )
  }
  return group('mode', words.mode, [one('named'), one('confidential'), one('anonymous')], { errors })
}

function contact(dress: Dress, fields: RaiseFields, errors: readonly FieldError[]): Html {
  const words = wordsOf(dress).raise
  const off = fields.mode === 'anonymous'
  const kept = (id: 'name' | 'phone' | 'reach') => (off ? '' : fields[id])
  const content = html`<p class="note only-anonymous${off ? ' on' : ''}">${words.contactAnonymous}</p><div class="not-anonymous">
${field('name', words.name, (attributes) => html`<input name="name" value="${kept('name')}" autocomplete="name"${attributes}>`, { errors })}
${field('phone', words.phone, (attributes) => html`<input name="phone" type="tel" value="${kept('phone')}" autocomplete="tel"${attributes}>`, { errors })}
${field('reach', words.reach, (attributes) => html`<input name="reach" value="${kept('reach')}" autocomplete="off"${attributes}>`, { errors, hint: words.reachHint })}</div>`
  return group('contact', words.contact, content, { hint: words.contactHint, optional: words.optional })
}

function topics(dress: Dress, fields: RaiseFields, errors: readonly FieldError[]): Html {
  const words = wordsOf(dress).raise
  const groups = dress.rules.taxonomy.groups.map((letter) => {
    const leaves = letter.leaves.filter((leaf) => leaf.retiredTo === null)
    return html`<optgroup label="${letter.name[dress.locale]}">${leaves.map((leaf) => html`<option value="${leaf.code}"${flag('selected', leaf.code === fields.topic)}>${leaf.name[dress.locale]}</option>`)}</optgroup>`
  })
  return field(
    'topic',
    words.topic,
    (attributes) =>
      html`<select name="topic"${attributes}><option value="">${words.topicNone}</option>${groups}</select>`,
    { hint: words.topicHint, optional: words.optional, errors },
  )
}
