import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useSpeech } from '../text/say.tsx'
import { nextPart, type Outbox, progressOf } from './outbox.ts'
import type { Saving } from './use-saving.ts'

/** A visit on its way, part by part, and what came of each; receipts are for the workers and shown here once. */
export function Saved({ box, saving }: { box: Outbox; saving: Saving }) {
  const { say, sayOr } = useSpeech()
  const { done, all } = progressOf(box)
  const rest = nextPart(box) !== null
  const why = (code = '', params = {}) => sayOr(`refusal.${code}`, 'refusal.unknown', { code, ...params })
  return (
    <section className="card visit-saved" aria-live="polite">
      <h2>{say(rest ? 'visits.saving' : done === all ? 'visits.saved' : 'visits.savedPartly', { done, all })}</h2>
      <progress max={all} value={done} aria-label={say('visits.saving', { done, all })} />
      <ul className="plain-rows">
        <li>
          {say('visits.partVisit')}：{say(`visits.${box.visit.state}`)}
          {box.visit.state === 'refused' ? (
            <p className="wrong" role="alert">
              {why(box.visit.code, box.visit.params)}
            </p>
          ) : null}
        </li>
        {box.demands.map((part, at) => (
          <li key={part.id}>
            {say('visits.demand')} {at + 1}　{say(`mode.${part.body.mode}`)}：{say(`visits.${part.state}`)}
            {part.receipt ? (
              <p className="visit-receipt">
                {say('receipt.number')} <b className="num">{part.receipt.number}</b>　{say('receipt.code')}{' '}
                <b className="num">{part.receipt.code}</b>　{say('receipt.checkWord')} <b>{part.receipt.checkWord}</b>
              </p>
            ) : null}
            {part.state === 'refused' ? (
              <Mend
                text={part.body.text}
                why={why(part.code, part.params)}
                again={(text) => saving.mend(at, { text })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {box.demands.some(({ receipt }) => receipt) ? <p className="small">{say('visits.receiptsOnce')}</p> : null}
      {saving.phase === 'cut' ? (
        <p className="unsent" role="alert">
          {say('visits.cut')}
        </p>
      ) : null}
      {saving.phase === 'signed-out' ? (
        <p className="wrong" role="alert">
          {say('fault.sign-in.needed')}
        </p>
      ) : null}
      <div className="form-end">
        {rest ? (
          <Button kind="act" disabled={saving.phase === 'sending'} onPress={saving.again}>
            {say('visits.again')}
          </Button>
        ) : (
          <Button kind="act" onPress={saving.leave}>
            {say(box.visit.state === 'refused' ? 'visits.change' : 'visits.another')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Mend({ text, why, again }: { text: string; why: string; again: (text: string) => void }) {
  const { say } = useSpeech()
  const [value, type] = useState(text)
  return (
    <>
      <p className="wrong" role="alert">
        {why}
      </p>
      <TextInput label={say('visits.words')} long value={value} onChange={type} />
      <Button onPress={() => again(value)}>{say('visits.sendAgain')}</Button>
    </>
  )
}
