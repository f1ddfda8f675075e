import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Id, type Realm, realmOfRegion } from '../../../domain/id.ts'
import { send } from '../api/command.ts'
import { newId } from '../api/new-id.ts'
import type { Bodies } from './draft.ts'
import { type Answer, answered, keptBox, mended, nextPart, type Outbox, packed } from './outbox.ts'
import { forget, keep, kept } from './stored.ts'

export interface Saving {
  readonly box: Outbox | null
  /** `cut`: not known whether the part arrived; it goes out again by itself, or when asked. */
  readonly phase: 'idle' | 'sending' | 'cut' | 'signed-out'
  start(bodies: Bodies, realm: Realm): void
  again(): void
  /** A demand that was refused, told otherwise: a new command. */
  mend(at: number, change: { readonly text: string }): void
  /** Back to the form; after everything was answered, to an empty one. */
  leave(): void
}

/** Sends a visit and its demands part by part. One sending at a time; a second press finds the first at work. */
export function useSaving(account: string): Saving {
  const queries = useQueryClient()
  const [box, show] = useState<Outbox | null>(() => kept<Outbox>('box', account))
  const [phase, tell] = useState<Saving['phase']>('idle')
  const busy = useRef(false)
  const latest = useRef(box)

  function put(next: Outbox | null): void {
    latest.current = next
    if (next) keep('box', account, keptBox(next))
    else forget('box')
    show(next)
  }

  async function run(): Promise<void> {
    if (busy.current) return
    busy.current = true
    tell('sending')
    let end: Saving['phase'] = 'idle'
    for (let box = latest.current; box; box = latest.current) {
      const next = nextPart(box)
      if (!next) break
      const sent =
        next.at === 'visit'
          ? await send('visit.record', { id: box.visit.id as Id, basedOn: undefined }, box.visit.body)
          : await sendDemand(box, next.at)
      if (sent.is === 'unsent' || sent.is === 'signed-out') {
        end = sent.is === 'unsent' ? 'cut' : 'signed-out'
        break
      }
      put(answered(box, next.at, outcomeOf(sent)))
    }
    busy.current = false
    tell(end)
    for (const name of ['visits', 'plans', 'places', 'never-visited', 'counts', 'demands'])
      void queries.invalidateQueries({ queryKey: [name] })
  }

  const again = useRef(run)
  again.current = run
  useEffect(() => {
    const retry = () => void again.current()
    // What was under way when the page was loaded anew goes on at once: the ids say whether it had arrived.
    if (latest.current && nextPart(latest.current)) retry()
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [])

  return {
    box,
    phase,
    start: (bodies, realm) => {
      if (busy.current || latest.current) return
      put(packed(bodies, (region) => newId(region === null ? realm : realmOfRegion(region))))
      void run()
    },
    again: () => void run(),
    mend: (at, { text }) => {
      const box = latest.current
      const part = box?.demands[at]
      if (!box || part?.state !== 'refused') return
      const id = newId(realmOfRegion(part.body.region))
      put(mended(box, at, id, text))
      void run()
    },
    leave: () => put(null),
  }
}

function sendDemand(box: Outbox, at: number) {
  const part = box.demands[at] as Outbox['demands'][number]
  const visit = String(box.visit.stream)
  return send('demand.raise', { id: part.id as Id, basedOn: undefined }, { ...part.body, visit })
}

type Answered = Exclude<Awaited<ReturnType<typeof send>>, { is: 'unsent' } | { is: 'signed-out' }>

function outcomeOf(sent: Answered): Answer {
  if (sent.is === 'fault') return { state: 'refused', code: sent.code, params: { field: sent.field ?? '' } }
  if (sent.is === 'refused') return { state: 'refused', code: sent.code, params: sent.params }
  const { stream, number, code, checkWord } = sent.result
  return {
    state: 'done',
    stream: String(stream),
    ...(number === undefined
      ? {}
      : { receipt: { number: String(number), code: String(code ?? ''), checkWord: String(checkWord ?? '') } }),
  }
}
