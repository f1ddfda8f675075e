import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { retrievalCodeGroups } from '../../../domain/code/retrieval-code.ts'
import { Button } from '../../kit/button.tsx'
import { useSpeech } from '../text/say.tsx'

export interface ReceiptShown {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly checkWord: string
}

/** Number, code and check word, large and in groups, to be read aloud. Shown once, kept nowhere. */
export function Receipt({ receipt, list, again }: { receipt: ReceiptShown; list: string; again: () => void }) {
  const { say } = useSpeech()
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <section className="receipt card" tabIndex={-1} ref={place} aria-label={say('receipt.title')}>
      <p>{say('receipt.readAloud')}</p>
      <dl>
        <dt>{say('receipt.number')}</dt>
        <dd className="receipt-big">{receipt.number}</dd>
        <dt>{say('receipt.code')}</dt>
        <dd className="receipt-big">
          {retrievalCodeGroups(receipt.code).map((group, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups of one code, in their order, never change
            <span key={n}>{group}</span>
          ))}
        </dd>
        <dt>{say('receipt.checkWord')}</dt>
        <dd className="receipt-word">{receipt.checkWord}</dd>
      </dl>
      <p>{say('receipt.checkWordWhy')}</p>
      <p className="receipt-warning">{say('receipt.assisted')}</p>
      <div className="form-end">
        <Button kind="act" onPress={again}>
          {say('receipt.next')}
        </Button>
        <Link to="/$list" params={{ list }}>
          {say('receipt.toList')}
        </Link>
      </div>
    </section>
  )
}
