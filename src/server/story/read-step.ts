import type { Limits } from '../../domain/limit.ts'
import type { DemandRow } from '../../protocol/view.ts'
import type { Came } from './compare.ts'
import type { Answer, HttpPlayer, Sender } from './http-player.ts'
import { type Names, named } from './names.ts'
import { cameOfView, problemOf } from './read-answer.ts'
import { receiptOf, senderOf } from './send.ts'
import type { Step } from './story-file.ts'

/** What reading needs of the stage. */
type Reading = { readonly player: HttpPlayer; readonly names: Names; readonly limits: Limits }

/** Asks the view of a step. */
export async function readView(step: Step, reading: Reading): Promise<Came> {
  const { player, names, limits } = reading
  const name = String(step.view)
  const sender = await viewerOf(step, name, reading)
  const { demand, receipt: _, code: _code, number: _number, ...given } = (step.with ?? {}) as Record<string, string>
  const id =
    demand === undefined || name === 'follow'
      ? {}
      : { [name === 'leads' ? 'demand' : 'id']: named('demand', names.demands, demand) }
  const path = `/api/view/${name}?${new URLSearchParams({ ...given, ...id })}`
  let answer: Answer = { status: 0, body: null }
  for (let n = 0; n < Number(step.times ?? 1); n += 1)
    answer = await player.ask('GET', path, sender, undefined, step.from as string | undefined)
  return cameOfView(name, answer, limits)
}

/** Reads the list of a step to its end. */
export async function readList(step: Step, { player, names }: Reading): Promise<Came> {
  const sender = await senderOf(step, 'list', player, names)
  const demands: string[] = []
  for (const list of step.list === 'demands' ? ['unit', 'closed'] : [String(step.list)]) {
    for (let after: string | null = ''; after !== null; ) {
      const page = new URLSearchParams({ list, limit: '100', ...(after === '' ? {} : { after }) })
      const answer = await player.ask(
        'GET',
        `/api/view/demands?${page}`,
        sender,
        undefined,
        step.from as string | undefined,
      )
      if (answer.status >= 400) return { ...problemOf(answer), answer: {}, text: '' }
      const body = answer.body as { rows: DemandRow[]; after: string | null }
      demands.push(...body.rows.map((row) => row.id))
      after = body.after
    }
  }
  return { answer: { count: demands.length }, demands, text: '' }
}

/** The follow page is read with the receipt, or with whatever number and code the step tries. */
async function viewerOf(step: Step, name: string, { player, names }: Reading): Promise<Sender> {
  const anyVerb = name === 'me' || name === 'rules'
  if (name !== 'follow' || names.people.has(String(step.as)))
    return senderOf(step, anyVerb ? name : 'list', player, names)
  const { number, code } = (step.with ?? {}) as { number?: string; code?: string }
  const receipt = receiptOf(step, names)
  const kept = (text: string | undefined) => (text === undefined ? undefined : String(names.values.get(text) ?? text))
  const shown = { number: kept(number) ?? receipt?.number, code: kept(code) ?? receipt?.code }
  return shown.number && shown.code ? player.holder({ number: shown.number, code: shown.code }) : player.anyone()
}
