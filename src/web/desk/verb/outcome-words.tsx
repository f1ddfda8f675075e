import type { Phase } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'

/** What became of a sending, in words that say what to do instead. Silent while nothing went wrong. */
export function OutcomeWords({ phase }: { phase: Phase }) {
  const { say, sayOr } = useSpeech()
  const words = () => {
    switch (phase.is) {
      case 'idle':
      case 'sending':
        return ''
      case 'refused':
        return sayOr(`refusal.${phase.code}`, 'refusal.unknown', { code: phase.code, ...phase.params })
      case 'fault':
        return sayOr(`fault.${phase.code}`, 'fault.unknown', { code: phase.code, field: phase.field ?? '' })
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
