import { suggestTopic } from '../../../../domain/topic-suggest.ts'

const PAUSE_MS = 400

/** What the matter looks like, worked out on the phone and offered beside the list; chosen only by a tap. */
export function suggest(form: HTMLFormElement): void {
  const text = form.querySelector('textarea')
  const select = form.querySelector<HTMLSelectElement>('select[name=topic]')
  const offer = form.querySelector<HTMLElement>('[data-suggested]')
  const button = offer?.querySelector('button')
  if (!text || !select || !offer || !button) return
  const options = [...select.options].filter((option) => option.dataset.words)
  const topics = options.map(({ value, dataset }) => ({ code: value, words: (dataset.words ?? '').split(' ') }))
  let near = ''
  const look = () => {
    near = select.value === '' ? (suggestTopic(text.value, topics) ?? '') : ''
    button.textContent = options.find(({ value }) => value === near)?.text ?? ''
    offer.hidden = near === ''
  }
  let timer = 0
  text.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(look, PAUSE_MS)
  })
  select.addEventListener('change', look)
  button.addEventListener('click', (event) => {
    event.preventDefault()
    select.value = near
    select.dispatchEvent(new Event('change', { bubbles: true }))
    select.focus()
  })
  look()
}
