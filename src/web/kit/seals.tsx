import type { Seals as SealStates } from '../../domain/demand/state.ts'
import { sealGlyphs } from './seal-glyphs.ts'

type Name = keyof typeof sealGlyphs
type Is = 'none' | 'said' | 'earned'

/** In this order, always. */
const names: readonly Name[] = ['met', 'understood', 'delivered']

/** Dashed: not yet. Outlined: by call or thread, or claimed by the union alone. Filled: earned. */
export function degreeOf(seals: SealStates, name: Name): Is {
  if (name === 'met') return seals.met === 'none' ? 'none' : seals.met === 'person' ? 'earned' : 'said'
  if (name === 'understood') return seals.understood === 'none' ? 'none' : 'earned'
  return seals.delivered === 'none' ? 'none' : seals.delivered === 'yes' ? 'earned' : 'said'
}

/** One seal as a drawing. Its words stand beside it or in the label of the group. */
function Seal({ name, is }: { name: Name; is: Is }) {
  return (
    <svg className="seal" data-is={is} viewBox="-3 -3 106 106" aria-hidden="true">
      <rect width="100" height="100" rx="22" />
      <path transform="translate(14 14) scale(.72)" d={sealGlyphs[name]} />
    </svg>
  )
}

/** What a seal is called and what it says now. */
export interface SealWords {
  readonly name: string
  readonly is: string
}

/** The mark in a list: three seals and one text alternative. */
export function Seals({ seals, words }: { seals: SealStates; words: (name: Name) => SealWords }) {
  const label = names.map((name) => `${words(name).name}: ${words(name).is}`).join('; ')
  return (
    <span className="seals" role="img" aria-label={label}>
      {names.map((name) => (
        <Seal key={name} name={name} is={degreeOf(seals, name)} />
      ))}
    </span>
  )
}

/** The mark at the head of a page: large, each with its words. Whoever reads Chinese reads the name in the seal itself. */
export function WordedSeals({ seals, words }: { seals: SealStates; words: (name: Name) => SealWords }) {
  return (
    <ul className="seals-worded">
      {names.map((name) => (
        <li key={name}>
          <Seal name={name} is={degreeOf(seals, name)} />
          <span>
            <span className="seal-name">{words(name).name}: </span>
            {words(name).is}
          </span>
        </li>
      ))}
    </ul>
  )
}
