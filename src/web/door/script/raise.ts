import { chooseFiles } from '../choose-files.ts'

/**
 * What `/raise` adds to itself: the draft. It lives in this tab only, and not at all for an anonymous worker (domain §4).
 */
const form = document.querySelector<HTMLFormElement>('[data-draft]')
const text = form?.querySelector('textarea')
const anonymous = form?.querySelector<HTMLInputElement>('[name=mode][value=anonymous]')
const key = 'draft'

/** Some in-app browsers refuse storage: then nothing is kept, and nothing is said to be. */
function openStore(): Storage | undefined {
  try {
    return window.sessionStorage
  } catch {
    return undefined
  }
}

const store = openStore()
if (form && text && anonymous && store) {
  const keep = () => {
    if (anonymous.checked || !text.value) store.removeItem(key)
    else store.setItem(key, text.value)
  }
  const note = form.querySelector<HTMLElement>('[data-draft-note]')
  if (note) note.hidden = false
  if (!text.value && !anonymous.checked) text.value = store.getItem(key) ?? ''
  form.addEventListener('input', keep)
  form.addEventListener('change', keep)
  form.addEventListener('submit', () => store.removeItem(key))
}

const files = document.querySelector<HTMLElement>('[data-files]')
if (form && files) chooseFiles(form, files)
