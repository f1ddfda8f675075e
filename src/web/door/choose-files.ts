import { NotTaken, sendFile } from '../kit/send-file.ts'

/** Shows the field for files and sends what is chosen ahead; tokens stand in the hidden field `files` of the form. */
export function chooseFiles(form: HTMLFormElement, field: HTMLElement): void {
  const input = field.querySelector<HTMLInputElement>('input[type=file]')
  const kept = form.querySelector<HTMLInputElement>('input[name=files]')
  const list = field.querySelector<HTMLElement>('[data-file-list]')
  const status = field.querySelector<HTMLElement>('[data-file-status]')
  if (!input || !kept || !list || !status) return
  const say = (name: string) => field.dataset[name] ?? ''
  const refused: Readonly<Record<string, string>> = JSON.parse(say('refused') || '{}')
  const tokens = () => kept.value.split(',').filter(Boolean)
  let under = 0
  field.hidden = false

  const named = form.querySelector<HTMLInputElement>('[name=mode][value=named]')
  const offer = () => input.setAttribute('accept', say(named?.checked ? 'voice' : 'plain'))
  offer()
  form.addEventListener('change', offer)

  // A name may tell who somebody is and is not sent; here it stands before its owner only.
  const row = (name: string, text: string, end: () => void) => {
    const item = document.createElement('li')
    const told = document.createElement('span')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button quiet'
    button.textContent = say('remove')
    button.setAttribute('aria-label', `${say('remove')} ${name}`)
    button.addEventListener('click', () => {
      item.remove()
      end()
      input.focus()
    })
    item.append(told, ' ', button)
    list.append(item)
    const tell = (words: string) => {
      told.textContent = `${name} · ${words}`
    }
    tell(text)
    return tell
  }
  const drop = (token: string) => {
    kept.value = tokens()
      .filter((each) => each !== token)
      .join(',')
  }
  for (const [n, token] of tokens().entries()) row(`#${n + 1}`, say('ready'), () => drop(token))

  const send = async (file: File) => {
    const stop = new AbortController()
    let token = ''
    const tell = row(file.name, say('sending'), () => {
      stop.abort()
      if (token) drop(token)
    })
    under += 1
    try {
      token = await sendFile(
        file,
        (arrived, of, waiting) => {
          const percent = Math.floor((arrived / of) * 100)
          tell(
            waiting ? say('waiting') : percent === 100 ? say('checking') : say('sending').replace('0', String(percent)),
          )
        },
        stop.signal,
      )
      kept.value = [...tokens(), token].join(',')
      tell(say('ready'))
      status.textContent = say('ready')
    } catch (error) {
      const code = error instanceof NotTaken ? error.code : ''
      if (code !== 'aborted') {
        tell(refused[code] ?? say('again'))
        status.textContent = refused[code] ?? say('again')
      }
    } finally {
      under -= 1
    }
  }

  input.addEventListener('change', () => {
    for (const file of input.files ?? []) {
      if (tokens().length + under >= Number(say('count'))) status.textContent = say('many')
      else if (file.size > Number(say('most'))) status.textContent = say('large')
      else void send(file)
    }
    input.value = ''
  })
  const wait = (event: SubmitEvent) => {
    const by = event.submitter
    if (under === 0 || !(by instanceof HTMLButtonElement) || by.value !== 'submit') return
    event.preventDefault()
    event.stopImmediatePropagation()
    status.textContent = say('wait')
    field.scrollIntoView()
  }
  // Before the form is sent off by any other way.
  form.addEventListener('submit', wait, true)
}
