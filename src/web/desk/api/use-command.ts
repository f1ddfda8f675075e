import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Realm } from '../../../domain/id.ts'
import type { CommandBody, CommandKind } from '../../../protocol/command.ts'
import { type Attempt, fits, type Sent, send, startAttempt } from './command.ts'
import { meQuery } from './view.ts'

/** Attempts of which it is not known whether they arrived outlive their form, like what was typed into it. */
const attempts = new Map<string, Attempt>()

export type Phase = { readonly is: 'idle' } | { readonly is: 'sending' } | Exclude<Sent, { is: 'accepted' }>
type Accepted = Extract<Sent, { is: 'accepted' }>

export interface CommandUse<K extends CommandKind> {
  readonly phase: Phase
  submit(realm: Realm, body: CommandBody<K>): Promise<void>
}

/**
 * Sends a command of one form. The id is made once per opening of the form and stays until the outcome is known, so a
 * double click or a retry never doubles; after a refusal the next press is a new command. What could not be sent goes out
 * again by itself when the network returns.
 */
export function useCommand<K extends CommandKind>(
  kind: K,
  key: string,
  options: {
    readonly basedOn?: number
    /** There is no form to open: what counts is what the page shows when the button is pressed. */
    readonly oneClick?: boolean
    readonly onAccepted: (accepted: Accepted) => void
  },
): CommandUse<K> {
  const queries = useQueryClient()
  const [phase, tell] = useState<Phase>({ is: 'idle' })
  const busy = useRef(false)
  const opening = useRef(options.basedOn)
  const last = useRef<{ realm: Realm; body: CommandBody<K> } | null>(null)

  async function submit(realm: Realm, body: CommandBody<K>): Promise<void> {
    if (busy.current) return
    busy.current = true
    last.current = { realm, body }
    tell({ is: 'sending' })
    const kept = attempts.get(key)
    const attempt =
      kept && fits(kept, realm) ? kept : startAttempt(realm, options.oneClick ? options.basedOn : opening.current)
    attempts.set(key, attempt)
    const sent = await send(kind, attempt, body)
    busy.current = false
    if (sent.is !== 'unsent' && sent.is !== 'signed-out') attempts.delete(key)
    if (sent.is === 'accepted') {
      tell({ is: 'idle' })
      await refresh(queries)
      return options.onAccepted(sent)
    }
    tell(sent)
    if (sent.is === 'signed-out') await queries.invalidateQueries({ queryKey: meQuery.queryKey })
    // Somebody acted meanwhile, or the first sending had arrived after all: show the page as it is now.
    if (sent.is === 'refused' || sent.is === 'fault') await refresh(queries)
  }

  // After a refusal the next attempt is based on what the page shows by then.
  if (phase.is === 'refused' || phase.is === 'fault') opening.current = options.basedOn

  const again = useRef(submit)
  again.current = submit
  useEffect(() => {
    if (phase.is !== 'unsent') return
    const retry = () => {
      if (last.current) void again.current(last.current.realm, last.current.body)
    }
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [phase.is])

  return { phase, submit }
}

async function refresh(queries: ReturnType<typeof useQueryClient>): Promise<void> {
  const touched = [
    'demand',
    'demands',
    'counts',
    'leads',
    'office',
    'line',
    'campaign',
    'directive',
    'receipts',
    'wanted-forms',
    'issues',
  ]
  await Promise.all(touched.map((name) => queries.invalidateQueries({ queryKey: [name] })))
}
