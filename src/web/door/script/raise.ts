import { chooseFiles } from '../choose-files.ts'
import { keepDraft } from './raising/draft.ts'
import { lookUpInPlace } from './raising/look-up.ts'
import { sendOnce } from './raising/send-once.ts'
import { suggest } from './raising/suggest.ts'

/** What `/raise` adds to itself: a draft, look-ups without leaving the page, one sending, a suggested topic. */
const form = document.querySelector<HTMLFormElement>('#raise')
const files = document.querySelector<HTMLElement>('[data-files]')
if (form) {
  const ask = lookUpInPlace(form)
  keepDraft(form, ask)
  // Files go up before the form does, so theirs is the first word on a submit.
  if (files) chooseFiles(form, files)
  sendOnce(form, ask)
  suggest(form)
}
