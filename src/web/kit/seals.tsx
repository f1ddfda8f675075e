import { SEAL_BOX, type SealDegree, type SealName, type SealValues, sealDegrees, sealGlyphs } from './seal-paths.ts'

/** One seal as a drawing. Its words stand beside it or in the label of the group. */
function Seal({ name, degree }: { name: SealName; degree: SealDegree }) {
  return (
    <svg className="seal" data-is={degree} viewBox={`0 0 ${SEAL_BOX} ${SEAL_BOX}`} aria-hidden="true">
      <rect x="2" y="2" width={SEAL_BOX - 4} height={SEAL_BOX - 4} rx="13" />
      <path d={sealGlyphs[name]} />
    </svg>
  )
}

/** What a seal is called and what it says now. */
export interface SealWords {
  readonly name: string
  readonly is: string
}

interface Props {
  readonly seals: SealValues
  readonly words: (name: SealName) => SealWords
}

/** The mark in a list: three seals and one text alternative. */
export function Seals({ seals, words }: Props) {
  const drawn = sealDegrees(seals)
  const label = drawn.map(({ name }) => `${words(name).name}: ${words(name).is}`).join('; ')
  return (
    <span className="seals" role="img" aria-label={label}>
      {drawn.map(({ name, degree }) => (
        <Seal key={name} name={name} degree={degree} />
      ))}
    </span>
  )
}

/** The mark at the head of a page: large, each with its words. Whoever reads Chinese reads the name in the seal itself. */
export function WordedSeals({ seals, words }: Props) {
  return (
    <ul className="seals-worded">
      {sealDegrees(seals).map(({ name, degree }) => (
        <li key={name}>
          <Seal name={name} degree={degree} />
          <span>
            <span className="seal-name">{words(name).name}: </span>
            {words(name).is}
          </span>
        </li>
      ))}
    </ul>
  )
}
