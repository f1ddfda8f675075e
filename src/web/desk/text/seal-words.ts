import type { SealWords } from '../../kit/seals.tsx'
import type { DemandRow } from '../api/view.ts'
import type { Speech } from './say.tsx'

/** What each seal of a demand says in words; *by call* and *by thread* are never called *met*. */
export function sealWords({ say }: Speech, seals: DemandRow['seals']) {
  return (name: keyof DemandRow['seals']): SealWords => ({
    name: say(`seal.name.${name}`),
    is: say(wordsOf(seals, name)),
  })
}

function wordsOf(seals: DemandRow['seals'], name: keyof DemandRow['seals']) {
  if (name === 'met') return `seal.met.${seals.met}` as const
  return name === 'understood'
    ? (`seal.understood.${seals.understood}` as const)
    : (`seal.delivered.${seals.delivered}` as const)
}
