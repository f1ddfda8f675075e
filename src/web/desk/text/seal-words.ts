import type { DemandRow } from '../api/view.ts'
import type { Speech } from './say.tsx'

/** What each seal of a demand says in words; *by call* and *by thread* are never called *met*. */
export function sealWords(speech: Speech, seals: DemandRow['seals']) {
  return (name: keyof DemandRow['seals']): string => {
    if (name === 'met') return speech.say(`seal.met.${seals.met}`)
    if (name === 'understood') return speech.say(`seal.understood.${seals.understood}`)
    return speech.say(`seal.delivered.${seals.delivered}`)
  }
}
