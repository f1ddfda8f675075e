import type { Limits } from '../../domain/limit.ts'
import type { DemandRow } from '../../protocol/view.ts'
import type { Came } from './compare.ts'
import type { Answer, HttpPlayer, Sender } from './http-player.ts'
import type { Names } from './names.ts'
import { cameOfView, problemOf } from './read-answer.ts'
import { bodyOf, type Present, receiptOf, senderOf } from './send.ts'
import type { Step } from './story-file.ts'

/** What reading needs of the stage. */
type Reading = { readonly player: HttpPlayer; readonly names: Names; readonly limits: Limits }

/** Asks the view of a step. */
export async function readView(step: Step, reading: Reading & Present): Promise<Came> {
  const { player, limits } = reading
  const name = String(step.view)
  const sender = await viewerOf(step, name, reading)
  const path = `/api/view/${name}?${new URLSearchParams(paramsOf(step, name, reading))}`
  let answer: Answer = { status: 0, body: null }
  for (let n = 0; n < Number(step.times ?? 1); n += 1)
    answer = await player.ask('GET', path, sender, undefined, step.from as string | undefined)
  return cameOfView(name, answer, limits)
}

/** What a view is asked with; the follow page says everything by its credentials. */
function paramsOf(step: Step, name: string, { names, at, calendar }: Reading & Present): Record<string, string> {
  if (name === 'follow') return {}
  const { demand, number, ...given } = bodyOf(step, names, { at, calendar })
  const asked = (step.with ?? {}) as { demand?: string }
  const key = name === 'demand' ? 'id' : 'demand'
  return {
    ...Object.fromEntries(Object.entries(given).map(([param, value]) => [param, String(value)])),
    ...(asked.demand === undefined ? {} : { [key]: String(demand) }),
    ...(number === undefined ? {} : { number: String(names.values.get(String(number)) ?? number) }),
  }
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
