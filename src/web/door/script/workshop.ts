/** Copies the chat text, and writes name and phone onto the contact cards. Both stay on this page. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const text = document.getElementById(button.dataset.copy ?? '') as HTMLTextAreaElement | null
  const said = document.querySelector('[data-copied]')
  button.hidden = false
  button.addEventListener('click', async () => {
    if (!text) return
    text.select()
    // Pages without TLS have no clipboard of the new kind.
    const copied = await (navigator.clipboard?.writeText(text.value) ?? Promise.reject()).then(
      () => true,
      () => document.execCommand('copy'),
    )
    if (said && copied) said.textContent = button.dataset.done ?? ''
  })
}

const filling = document.querySelector<HTMLElement>('[data-filling]')
if (filling) filling.hidden = false
for (const input of document.querySelectorAll<HTMLInputElement>('[data-fills]'))
  input.addEventListener('input', () => {
    for (const place of document.querySelectorAll(`[data-fill="${input.dataset.fills}"]`))
      place.textContent = input.value
  })
