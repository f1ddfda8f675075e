/** Asks the server for the fields of place or employer: of the form only what the look-up needs, and never what happened. */
export type Ask = (step: string, more?: Readonly<Record<string, string>>) => Promise<Element | null>

const needed = ['place', 'region', 'pick', 'employerName', 'employer', 'agencyName', 'agency']
const PATIENCE_MS = 8000
const PAUSE_MS = 220

/** Look-ups come back into the page: while a place is typed, at a tap on what was found, at the buttons. */
export function lookUpInPlace(form: HTMLFormElement): Ask {
  const address = form.dataset.part ?? ''
  const ask: Ask = async (step, more = {}) => {
    const data = new FormData(form)
    const body = new URLSearchParams({ do: step })
    for (const name of needed) body.set(name, String(data.get(name) ?? ''))
    for (const [name, value] of Object.entries(more)) body.set(name, value)
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), PATIENCE_MS)
    try {
      const answer = await fetch(address, { method: 'POST', body, signal: stop.signal, cache: 'no-store' })
      if (!answer.ok) return null
      return new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild
    } catch {
      return null
    } finally {
      clearTimeout(timer)
    }
  }
  const put = async (step: string, more?: Readonly<Record<string, string>>) => {
    const part = await ask(step, more)
    if (!part) return tellOffline(form)
    swap(form, part)
    form.querySelector<HTMLElement>(`#${part.id} :is(select,input:not([type=hidden]),button)`)?.focus()
  }

  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('#where button, #which button')
    if (button?.name !== 'do') return
    event.preventDefault()
    void put(button.value)
  })
  // A tap on a place shows what lies below it; the arrow keys only go along the list.
  form.addEventListener('click', (event) => {
    const radio = (event.target as Element).closest<HTMLInputElement>('#where .found input')
    if (radio && event.detail > 0) void put('next-place', { region: radio.value })
  })
  form.addEventListener('change', (event) => {
    const select = event.target as HTMLSelectElement
    const above = form.querySelector('#where [value=next-place]')
    if (select.name === 'pick' && select.value !== '' && above) void put('next-place', { pick: select.value })
  })
  form.addEventListener('keydown', (event) => {
    const input = event.target as HTMLInputElement
    const step = { place: 'find-place', employerName: 'find-employer', agencyName: 'find-agency' }[input.name]
    if (event.key !== 'Enter' || event.isComposing || input.type !== 'text' || step === undefined) return
    event.preventDefault()
    void put(step)
  })
  let timer = 0
  form.addEventListener('input', (event) => {
    const input = event.target as HTMLInputElement
    if (input.name !== 'place' || input.type !== 'text') return
    clearTimeout(timer)
    timer = window.setTimeout(async () => {
      const typed = input.value
      const part = await ask('list-place', { region: '' })
      if (part && input.isConnected && input.value === typed) listIn(form, part)
    }, PAUSE_MS)
  })
  return ask
}

/** Puts a part of the form in the place of what stood there. */
export function swap(form: HTMLFormElement, part: Element): void {
  form.querySelector(`#${part.id}`)?.replaceWith(part)
}

/** What was found so far, below what is being typed, which keeps its cursor. */
function listIn(form: HTMLFormElement, part: Element): void {
  const where = form.querySelector('#where')
  for (const old of where?.querySelectorAll('.found, .error') ?? []) old.remove()
  where?.classList.toggle('wrong', part.classList.contains('wrong'))
  const found = part.querySelector('.found') ?? part.querySelector('.error')
  if (found) where?.querySelector('.beside')?.after(found)
}

/** Nothing could be asked: what is typed stays, and the page says so. */
export function tellOffline(form: HTMLFormElement): void {
  const note = form.querySelector<HTMLElement>('[data-offline]')
  if (!note) return
  note.hidden = false
  note.scrollIntoView({ block: 'nearest' })
}
