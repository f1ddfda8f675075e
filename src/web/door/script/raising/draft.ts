import { type Ask, swap } from './look-up.ts'

/** The whole form as it was filled in, on this phone only, until `until` (epoch milliseconds by the server). */
type Draft = { readonly until: number; readonly fields: readonly (readonly [string, string])[] }

const KEY = 'draft'
const HOUR_MS = 3_600_000
/** A form that was sent and never answered is sent again as the same one, as long as the server knows it. */
const NONCE_HOURS = 20
// Files that were sent ahead wait at the server by a secret that no phone is to keep.
const left = new Set(['do', 'pick', 'union', 'files'])

/**
 * Keeps what is filled in until it is submitted, erased, or too old (domain §4: honest words beside it); for an anonymous
 * worker only where they ticked it. Some in-app browsers refuse storage: then nothing is kept, and nothing is said to be.
 */
export function keepDraft(form: HTMLFormElement, ask: Ask): void {
  const store = openStore()
  const note = form.querySelector<HTMLElement>('[data-draft-note]')
  const keep = form.querySelector<HTMLInputElement>('[data-draft-keep]')
  const erase = form.querySelector<HTMLElement>('[data-draft-erase]')
  const back = form.querySelector<HTMLElement>('[data-draft-back]')
  if (!store || !note || !keep || !erase || !back) return
  const blank = written(form)
  // Read before a draft brings its own nonce.
  const made = madeAt(form)
  const save = () => {
    const fields = fieldsOf(form)
    const anonymous = fields.some(([name, value]) => name === 'mode' && value === 'anonymous')
    const kept = written(form) !== blank && (!anonymous || keep.checked)
    erase.hidden = !kept
    if (!kept) return store.removeItem(KEY)
    const until = made + Number(form.dataset.draft) * HOUR_MS
    store.setItem(KEY, JSON.stringify({ until, fields } satisfies Draft))
  }
  note.hidden = false
  const draft = read(store, made)
  if (draft && form.dataset.fresh !== undefined) {
    keep.checked = draft.fields.some(([name, value]) => name === 'mode' && value === 'anonymous')
    fill(form, draft, made)
    void findAgain(form, draft, ask)
    back.hidden = false
    erase.hidden = false
  }
  form.addEventListener('input', save)
  form.addEventListener('change', save)
  form.addEventListener('submit', save)
  // A place that was tapped comes into the form only once the server has answered.
  new MutationObserver(save).observe(form, { childList: true, subtree: true })
  erase.addEventListener('click', () => {
    store.removeItem(KEY)
    window.location.replace(window.location.pathname + window.location.search)
  })
}

/** When the page was made, by the server: a phone's own clock may be wrong by days. The nonce of the form says it. */
function madeAt(form: HTMLFormElement): number {
  const nonce = form.querySelector<HTMLInputElement>('[name=nonce]')?.value ?? ''
  return Number.parseInt(nonce, 36) || 0
}

function openStore(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

function read(store: Storage, now: number): Draft | undefined {
  try {
    const draft: Draft | null = JSON.parse(store.getItem(KEY) ?? 'null')
    if (draft && draft.until > now) return draft
  } catch {
    // What cannot be read is nobody's draft.
  }
  store.removeItem(KEY)
  return undefined
}

function fieldsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !left.has(name) ? [[name, value] as [string, string]] : [],
  )
}

/** Everything filled in, without what every rendering has anew. */
function written(form: HTMLFormElement): string {
  return JSON.stringify(fieldsOf(form).filter(([name]) => name !== 'nonce'))
}

function fill(form: HTMLFormElement, { fields, until }: Draft, now: number): void {
  const values = (name: string) => fields.filter(([each]) => each === name).map(([, value]) => value)
  for (const control of form.elements) {
    if (
      !(
        control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement
      )
    )
      continue
    const { name, type } = control
    if (name === '' || left.has(name) || (control.closest('#where') && name !== 'place')) continue
    if (name === 'nonce' && until - Number(form.dataset.draft) * HOUR_MS < now - NONCE_HOURS * HOUR_MS) continue
    const given = values(name)
    if (type === 'radio' || type === 'checkbox') (control as HTMLInputElement).checked = given.includes(control.value)
    else if (given[0] !== undefined) control.value = given[0]
  }
  for (const details of form.querySelectorAll('details'))
    details.open ||= [...details.querySelectorAll<HTMLInputElement>('input,select')].some(({ type, value, checked }) =>
      type === 'checkbox' ? checked : type === 'radio' ? checked && value !== '' && value !== 'me' : value !== '',
    )
}

/** Place and employers were looked up before: they are looked up again, and kept as they were where that fails. */
async function findAgain(form: HTMLFormElement, { fields }: Draft, ask: Ask): Promise<void> {
  const of = (name: string) => fields.find(([each]) => each === name)?.[1] ?? ''
  const [region, employer, agency] = [of('region'), of('employer'), of('agency')]
  if (region !== '') {
    const part = await ask('next-place', { region, pick: '' })
    if (part) swap(form, part)
    else form.querySelector('#where')?.append(hidden('region', region))
  }
  if (employer === '' && agency === '') return
  const part = await ask(employer === '' ? 'find-agency' : 'find-employer', { region, employer, agency })
  if (part) swap(form, part)
}

function hidden(name: string, value: string): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'hidden'
  input.name = name
  input.value = value
  return input
}
