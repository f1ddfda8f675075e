import { type Ask, tellOffline } from './look-up.ts'

/**
 * One tap, one sending. The network is asked first, so that a form is never given up to a page that cannot be reached; a
 * second tap does nothing, and even a second sending would be the same demand (its nonce is the same).
 */
export function sendOnce(form: HTMLFormElement, ask: Ask): void {
  const button = form.querySelector<HTMLButtonElement>('button[data-sending]')
  const note = form.querySelector<HTMLElement>('[data-offline]')
  if (!button || !note) return
  const label = button.textContent
  let busy = false
  const set = (on: boolean) => {
    busy = on
    button.textContent = on ? (button.dataset.sending ?? label) : label
    button.setAttribute('aria-disabled', String(on))
  }
  form.addEventListener('submit', async (event) => {
    const asked = event.submitter as HTMLButtonElement | null
    if (asked && asked.value !== 'submit' && asked.value !== 'enter') return
    event.preventDefault()
    if (busy) return
    set(true)
    note.hidden = true
    const reached = navigator.onLine !== false && (await ask('list-place', { place: '', region: '' })) !== null
    if (!reached) {
      set(false)
      return tellOffline(form)
    }
    const step = document.createElement('input')
    step.type = 'hidden'
    step.name = 'do'
    step.value = asked?.value ?? 'submit'
    form.append(step)
    form.submit()
  })
  // Back from the receipt, or from a page that could not be reached: it can be sent again.
  window.addEventListener('pageshow', () => {
    set(false)
    for (const left of form.querySelectorAll('input[type=hidden][name=do]')) left.remove()
  })
}
