import { suggestTopic } from '../../domain/topic-suggest.ts'
import { contactFields, noWishes } from './contact-fields.ts'
import { type Dress, nameIn, say, to, wordsOf } from './dress.ts'
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
  /** The union whose QR code led here, by name. */
  readonly union?: string | undefined
  /** The form as it is opened, with nothing posted: only then a kept draft is put back into it. */
  readonly fresh?: boolean | undefined
}

/** `/raise`: one page, the story first. Works without scripts; every look-up is a button of the same form. */
export function raisePage(dress: Dress, view: RaiseView): Html {
  const words = wordsOf(dress)
  const { fields, errors } = view
  const title = errors.length > 0 ? words.errors.prefix + words.titles.raise : words.titles.raise
  const { draftHours } = dress.rules.raise
  const from = view.union && html`<p class="note" role="status">${words.raise.fromUnion(view.union)}</p>`
  const body = html`${summary(dress, errors)}<form id="raise" method="post" action="${to(dress, '/raise')}" novalidate autocomplete="off" data-part="${to(dress, '/raise/part')}" data-draft="${draftHours}"${view.fresh ? html` data-fresh` : ''}>
<input type="hidden" name="nonce" value="${fields.nonce}">
${story(dress, fields, errors)}${from}${danger(dress, fields)}
${modes(dress, fields, errors)}${filesField(dress, fields.files, errors)}${contact(dress, fields, errors)}${placeField(dress, fields, view.places, errors)}${more(dress, view)}
<div class="send"><p>${words.raise.promise}</p><p class="note" data-offline role="alert" hidden>${words.raise.offline}</p><button class="button wide" name="do" value="submit" data-sending="${words.raise.sending}">${words.raise.submit}</button></div></form>`
  return page({ dress, script: 'raise', title, path: '/raise', form: 'raise', body })
}

function story(dress: Dress, fields: RaiseFields, errors: readonly FieldError[]): Html {
  const words = wordsOf(dress).raise
  const wrong = errors.find((error) => error.id === 'text')
  const ids = `text-lead text-hint${wrong ? ' text-error' : ''}`
  return html`<div class="field story${wrong ? ' wrong' : ''}"><h1><label for="text">${words.heading}</label></h1><p class="lead" id="text-lead">${words.lead}</p>${wrong && html`<p class="error" id="text-error">${wrong.text}</p>`}
<textarea id="text" name="text" rows="5" aria-describedby="${ids}"${wrong ? html` aria-invalid="true"` : ''}>${join(['\n'])}${fields.text}</textarea><p class="hint" id="text-hint">${words.textHint}</p>${draft(dress)}<p class="others"><a href="${to(dress, '/help')}">${helpWords(dress).fromRaise}</a></p></div>`
}

/** What the phone keeps until it is submitted, said where it is typed; shown by the script that does it, and only then. */
function draft(dress: Dress): Html {
  const words = wordsOf(dress).raise
  const { draftHours } = dress.rules.raise
  return html`<div data-draft-note hidden><p class="hint not-anonymous">${words.draft(draftHours)}</p>
<label class="choice only-anonymous"><input type="checkbox" data-draft-keep><span>${words.draftKeep}<span class="what">${words.draftKeepWhat(draftHours)}</span></span></label>
<p class="note" data-draft-back role="status" hidden>${words.draftBack}</p><p><button type="button" class="button quiet" data-draft-erase hidden>${words.draftErase}</button></p></div>`
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

/** What an anonymous worker typed before choosing so is not shown again, and not taken. */
function contact(dress: Dress, fields: RaiseFields, errors: readonly FieldError[]): Html {
  const words = wordsOf(dress).raise
  const off = fields.mode === 'anonymous'
  const shown = off ? { ...noWishes, name: '', phone: '', reach: '' } : fields
  const mine = errors.filter(({ id }) => ['name', 'phone', 'reach', 'from'].includes(id))
  const content = html`<p class="note only-anonymous${off ? ' on' : ''}">${words.contactAnonymous}</p><div class="not-anonymous">
${contactFields(dress, shown, mine)}</div>`
  return group('contact', words.contact, content, { hint: words.contactHint, optional: words.optional })
}

/** Everything nobody needs tonight, folded away: which employer, how many, what kind, which groups. */
function more(dress: Dress, view: RaiseView): Html {
  const { fields, errors, employers, agencies } = view
  const wrong = errors.some(({ id }) => ['employerName', 'agencyName', 'persons', 'topic', 'groups'].includes(id))
  const filled = [fields.employerName, fields.agencyName, fields.topic, fields.groups].some((value) => value !== '')
  const open = wrong || filled || fields.who === 'us' || employers !== null || agencies !== null
  const words = wordsOf(dress).raise
  return html`<details class="more" id="more"${flag('open', open)}><summary>${words.more} <span class="optional">${words.optional}</span></summary>${employerField(dress, fields, view, errors)}${personsField(dress, fields, errors)}${topics(dress, fields, errors)}${groupsField(dress, fields.groups, errors)}</details>`
}

/** Chosen by the worker or left; what it looks like is offered beside it and never chosen for them. */
function topics(dress: Dress, fields: RaiseFields, errors: readonly FieldError[]): Html {
  const words = wordsOf(dress).raise
  const { topicWords } = dress.rules.raise
  const hints = new Map(topicWords.map(({ code, words }) => [code, words.join(' ')]))
  const leaves = dress.rules.taxonomy.groups.flatMap((letter) => letter.leaves)
  const groups = dress.rules.taxonomy.groups.map((letter) => {
    const open = letter.leaves.filter((leaf) => leaf.retiredTo === null)
    return html`<optgroup label="${letter.name[dress.locale]}">${open.map((leaf) => html`<option value="${leaf.code}"${flag('selected', leaf.code === fields.topic)}${hints.has(leaf.code) && html` data-words="${hints.get(leaf.code)}"`}>${leaf.name[dress.locale]}</option>`)}</optgroup>`
  })
  const near = fields.topic === '' ? suggestTopic(fields.text, topicWords) : undefined
  const name = near === undefined ? '' : nameIn(dress, leaves, near)
  const offer = html`<p class="suggested" data-suggested${name === '' ? html` hidden` : ''}><span>${words.topicNear}</span> <button class="button quiet" name="do" value="take-topic" formaction="${to(dress, '/raise#topic')}" formnovalidate>${name}</button></p>`
  return field(
    'topic',
    words.topic,
    (attributes) =>
      html`<select name="topic"${attributes}><option value="">${words.topicNone}</option>${groups}</select>${offer}`,
    { hint: words.topicHint, optional: words.optional, errors },
  )
}
