// Everything here is an extra: each page is whole without it. Plain script, no build step between it and an old phone.
;(() => {
  var exit = document.querySelector('[data-exit]')
  var store
  var kept
  try {
    store = window.sessionStorage
    kept = window.localStorage
  } catch {
    // Some in-app browsers refuse storage: then nothing is kept, and nothing is said to be.
  }
  // The draft of the form; other keys belong to the other doors on the same address.
  var forget = () => kept?.removeItem('draft')

  // Leaving puts the calendar in the place of this page, so that "back" does not show it again.
  if (exit)
    exit.addEventListener('click', (event) => {
      event.preventDefault()
      forget()
      if (store) {
        store.clear()
        store.setItem('left', '1')
      }
      document.documentElement.hidden = true
      window.location.replace(exit.href)
    })

  // After that an earlier page must not come back from the browser's memory with what was typed in it.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && store?.getItem('left')) window.location.reload()
  })

  // Where autofocus on a heading or a message is not known, the focus is brought there.
  var focus = document.querySelector('[data-focus]')
  if (focus) focus.focus()

  // What was submitted is no draft any more.
  if (document.querySelector('[data-submitted]')) forget()

  // The QR code of a receipt holds the number behind the #, where no server sees it.
  var number = document.querySelector('[data-number]')
  var after = window.location.hash.slice(1)
  if (number && !number.value && /^SQ-[\d-]{20,30}$/.test(after)) number.value = after
})()
