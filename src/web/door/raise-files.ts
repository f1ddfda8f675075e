import { type Dress, wordsOf } from './dress.ts'
import { errorOf, type FieldError } from './field.ts'
import { type Html, html } from './html.ts'
import { type PostedForm, posted } from './posted.ts'

/** The files a form names: what the page sent ahead, each as `<id>.<secret>`. */
export function postedFiles(form: PostedForm): string {
  const tokens = posted(form, 'files').split(',')
  return tokens.filter((each) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{43}$/.test(each)).join(',')
}

/**
 * Photos, papers and, where the worker is named, recordings. They are sent ahead in pieces by the page's script, which shows
 * the field; limits and kinds are told before anything is chosen.
 */
export function filesField(dress: Dress, files: string, errors: readonly FieldError[]): Html {
  const words = wordsOf(dress).files
  const { files: rules } = dress.rules
  const types = (voice: boolean) =>
    rules.types.flatMap(({ type, kind }) => (voice || kind !== 'voice' ? [type] : [])).join(',')
  const size = words.megabytes(String(Math.floor(rules.mostBytes / 1024 / 1024)))
  const { photo, paper, voice } = words.kinds
  const limits = words.limits(rules.mostFiles, size, [photo, paper, voice].join(wordsOf(dress).punctuation.comma))
  const refused = JSON.stringify(
    Object.fromEntries(Object.entries(wordsOf(dress).refused).filter(([code]) => code.startsWith('file.'))),
  )
  const told = html` data-most="${rules.mostBytes}" data-count="${rules.mostFiles}" data-plain="${types(false)}" data-voice="${types(true)}" data-refused="${refused}" data-again="${words.again}" data-large="${words.tooLarge(size)}" data-many="${words.tooMany(rules.mostFiles)}" data-sending="${words.progress(0)}" data-waiting="${words.waiting}" data-checking="${words.checking}" data-ready="${words.ready}" data-remove="${words.removeShort}" data-wait="${words.wait}"`
  return html`<input type="hidden" name="files" value="${files}"><div class="field" data-files${told} hidden><label for="files">${words.legendVoice}</label><p class="hint" id="files-hint">${limits} ${words.hidden} ${words.noVoice}</p>${errorOf('files', errors)}<input id="files" type="file" multiple accept="${types(false)}" aria-describedby="files-hint"><p class="hint">${words.slow}</p><ul data-file-list></ul><p role="status" data-file-status></p></div>`
}
