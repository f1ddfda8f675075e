import type { Phase } from '../api/use-command.ts'
import { isTextKey, type Params, useSpeech } from '../text/say.tsx'

/** What became of a sending, in words that say what to do instead. Silent while nothing went wrong. */
export function OutcomeWords({ phase }: { phase: Phase }) {
  const { say, sayOr } = useSpeech()
  // Words that go to everybody: which of them, and what was found in them, in words.
  const named = (params: Params): Params => {
    const { field, line, found } = params
    if (found === undefined) return params
    const lists = isTextKey(`words.line.${field}`)
    const where = sayOr(`${lists ? 'words.line' : 'words.field'}.${field}`, 'words.field.text', { line: line ?? 1 })
    return { ...params, where, found: sayOr(`words.found.${found}`, 'words.found.long-number') }
  }
  const words = () => {
    switch (phase.is) {
      case 'idle':
      case 'sending':
        return ''
      case 'refused':
        return sayOr(`refusal.${phase.code}`, 'refusal.unknown', { code: phase.code, ...named(phase.params) })
      case 'fault':
        // What a rule refuses because of one field comes as a fault of that field, in the words of the refusal.
        return sayOr(`${isTextKey(`fault.${phase.code}`) ? 'fault' : 'refusal'}.${phase.code}`, 'fault.unknown', {
          code: phase.code,
          field: phase.field ?? '',
          ...named(phase.params),
        })
      case 'unsent':
        return say(`unsent.${phase.why}`)
      case 'signed-out':
        return say('fault.sign-in.needed')
    }
  }
  return (
    <p className={phase.is === 'unsent' ? 'unsent' : 'wrong'} role="alert">
      {words()}
    </p>
  )
}
