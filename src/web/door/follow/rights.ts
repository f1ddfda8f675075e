import { type Dress, say, wordsOf } from '../dress.ts'
import { field, group } from '../field.ts'
import { groupBoxes } from '../groups.ts'
import { type Html, html } from '../html.ts'
import { radio } from '../raise-place.ts'
import { instantWords } from '../when.ts'
import { reopening } from './again.ts'
import { proof } from './proof.ts'
import { type FollowView, form } from './session.ts'
import { story } from './story.ts'

/** What is the worker's own: who looked, the check word, erasing, withdrawing. */
export function rights(dress: Dress, view: FollowView): Html {
  const words = wordsOf(dress).follow
  const { answer } = view
  const { demand } = answer
  const word =
    answer.checkWord &&
    html`<div><dt>${words.word}</dt><dd><b class="word" lang="zh-CN">${answer.checkWord}</b><p class="hint">${say(dress, 'check-word')}</p></dd></div>`
  const withdraw = demand.verbs.includes('demand.withdraw') && withdrawal(dress, view)
  return html`<section aria-labelledby="rights"><h2 id="rights">${words.rights}</h2><dl class="rights">${looked(dress, view, 'identity', words.looked)}${looked(dress, view, 'text', words.lookedText)}${lookedAtVisit(dress, view)}${word}</dl>${answer.assisted && html`<p class="note">${words.assisted}</p>`}${reopening(dress, view, 'right')}${groups(dress, view)}${story(dress, view)}${proof(dress, view)}${erasing(dress, view)}${withdraw}</section>`
}

function looked(dress: Dress, { answer, now }: FollowView, part: 'identity' | 'text', name: string): Html {
  const words = wordsOf(dress).follow
  const rows = answer.opened.filter((row) => row.part === part)
  const told =
    rows.length === 0
      ? say(dress, 'nobody-opened')
      : html`<ul>${rows.map((row) => html`<li>${words.lookedBy(row.unit.name, instantWords(dress, row.at, now))}</li>`)}</ul>`
  return html`<div><dt>${name}</dt><dd>${told}</dd></div>`
}

/** Only where it was heard on a visit: what else was written down there may tell of the worker too. */
function lookedAtVisit(dress: Dress, { answer, now }: FollowView): Html | '' {
  const words = wordsOf(dress).follow
  const rows = answer.visitOpened
  if (rows === null) return ''
  const told =
    rows.length === 0
      ? say(dress, 'nobody-opened')
      : html`<ul>${rows.map((row) => html`<li>${words.lookedBy(row.unit?.name ?? words.lookedUnion, instantWords(dress, row.at, now))}</li>`)}</ul>`
  return html`<div><dt>${words.lookedVisit}</dt><dd>${told}</dd></div>`
}

/** Identity at any time; the text once nobody needs it to act, and again where more was said since. */
function erasing(dress: Dress, view: FollowView): Html {
  const words = wordsOf(dress).follow
  const { answer } = view
  const { demand, timeline } = answer
  const gone = timeline
    .filter((row) => row.kind === 'ContentErased')
    .flatMap((row) => (Array.isArray(row.detail.parts) ? row.detail.parts : []))
  const closed = demand.status === 'closed' || demand.status === 'withdrawn'
  const one = (part: string, name: string, what: string) =>
    html`<details class="danger-zone" id="erase-${part}"><summary>${name}</summary><p>${what}</p>${form(dress, view, 'erase', html`<input type="hidden" name="part" value="${part}"><button class="button grave">${words.eraseDo}</button>`)}</details>`
  const may = demand.verbs.includes('content.erase')
  return html`${may && demand.mode !== 'anonymous' && !gone.includes('identity') && one('identity', words.erase, words.eraseWhat)}${may && closed && timeline.some((row) => row.text !== null) && one('text', words.eraseText, words.eraseTextWhat)}`
}

/** Which groups one belongs to: as said last, changed or emptied at any time. */
function groups(dress: Dress, view: FollowView): Html {
  const words = wordsOf(dress).follow
  const { answer, errors } = view
  const said = answer.timeline.findLast((row) => Array.isArray(row.detail.groups))?.detail.groups
  const chosen = Array.isArray(said) ? said.join(',') : ''
  const open = errors.some(({ id }) => id === 'groups')
  return html`<details${open ? html` open` : ''}><summary>${words.groups}</summary>${form(dress, view, 'groups', html`${groupBoxes(dress, chosen, errors)}<button class="button quiet">${words.groupsDo}</button>`)}</details>`
}

function withdrawal(dress: Dress, view: FollowView): Html {
  const words = wordsOf(dress).follow
  const { errors, typed } = view
  const wrong = errors.some((error) => error.id === 'pressed')
  const asked = group(
    'pressed',
    words.pressedAsk,
    html`${radio('pressed', 'no', words.pressedNo, typed.pressed === 'no')}${radio('pressed', 'yes', words.pressedYes, typed.pressed === 'yes', html`<span class="what">${words.pressedWhat}</span>`)}`,
    { errors },
  )
  const text = field(
    'withdrawText',
    words.withdrawText,
    (attributes) => html`<textarea name="text" rows="2"${attributes}>${typed.withdrawText ?? ''}</textarea>`,
    { optional: wordsOf(dress).raise.optional, errors },
  )
  return html`<details class="danger-zone"${wrong ? html` open` : ''}><summary>${words.withdraw}</summary><p>${words.withdrawWhat}</p>${form(dress, view, 'withdraw', html`${asked}${text}<button class="button grave">${words.withdrawDo}</button>`)}</details>`
}
