import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Chip } from '../../kit/chip.tsx'
import { Seals } from '../../kit/seals.tsx'
import { claimsQuery } from '../api/view.ts'
import { useSpeech } from '../text/say.tsx'
import { sealWords } from '../text/seal-words.ts'

/** The demands handled with a master, each with its own seals and state: one answer, as many verdicts as workers. */
export function Claims({ master, n }: { master: string; n: number }) {
  const speech = useSpeech()
  const { say, sayOr } = speech
  const { list = 'today' } = useParams({ strict: false })
  const claims = useQuery(claimsQuery(master))
  const rows = claims.data?.rows ?? []
  return (
    <section className="card claims" aria-labelledby="claims-name">
      <h2 id="claims-name">{say('claims.title', { n })}</h2>
      <p className="small">{say(claims.isError ? 'claims.failed' : 'claims.why')}</p>
      {claims.isSuccess && rows.length === 0 ? <p className="small">{say('claims.none')}</p> : null}
      <ul className="plain-rows">
        {rows.map((row) => (
          <li key={row.id} className="plain-row">
            <Seals seals={row.seals} words={sealWords(speech, row.seals)} />
            <Link to="/$list/$demand" params={{ list, demand: row.id }}>
              {row.pseudonym}
            </Link>
            <span className="num small">{row.number}</span>
            <Chip>{row.outcome ? sayOr(`outcome.${row.outcome}`, 'outcome.other') : say(`status.${row.status}`)}</Chip>
          </li>
        ))}
      </ul>
    </section>
  )
}
