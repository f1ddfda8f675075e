import { instantText } from '../../domain/calendar/local-time.ts'
import type { OfficeCalendar } from '../../domain/calendar/office-calendar.ts'
import type { Limits } from '../../domain/limit.ts'
import { demandFigures } from '../../protocol/story-figure.ts'
import { type Came, compare, type Difference } from './compare.ts'
import type { HttpPlayer } from './http-player.ts'
import { type Names, named, UnknownName } from './names.ts'
import { cameOfCommand, cameOfView } from './read-answer.ts'
import { readList, readView } from './read-step.ts'
import { type Sent, sendAgain, sendCommand, senderOf } from './send.ts'
import type { Step, Story } from './story-file.ts'
import { instantOf } from './story-time.ts'

/** What came of a step. `later`: not played, its subject is not built yet. `why`: the step could not be played at all. */
export type StepResult = {
  readonly n: number
  readonly line: number
  readonly at: string
  readonly as: string | null
  readonly what: string
  readonly ok: boolean
  readonly later?: string
  readonly why?: string
  readonly differences: readonly Difference[]
}

/** Where a story is played: a site reached by HTTP, the names of its cast, its rules, and where its clock stands. */
export type Stage = {
  readonly player: HttpPlayer
  readonly names: Names
  readonly limits: Limits
  readonly calendar: OfficeCalendar
  /** Instant the site's clock was set to. */
  readonly startAt: number
  /** Resolves when whatever reads the feed has caught up: what follows from a command is there before the next look. */
  readonly settled: () => Promise<void>
}

/** Plays a story to its end, whatever fails on the way; calls back after each step. */
export async function playStory(
  story: Story,
  stage: Stage,
  onStep: (result: StepResult) => void = () => undefined,
): Promise<StepResult[]> {
  const play = new Play(stage)
  const results: StepResult[] = []
  for (const [n, step] of story.steps.entries()) {
    const result = await play.step(step, n + 1)
    results.push(result)
    onStep(result)
  }
  return results
}

class Play {
  readonly #stage: Stage
  readonly #sent = new Map<string, Sent>()
  #at: number

  constructor(stage: Stage) {
    this.#stage = stage
    this.#at = stage.startAt
  }

  async step(step: Step, n: number): Promise<StepResult> {
    const what = String(
      step.do ?? step.view ?? step.list ?? (step.again ? `again ${step.again}` : step.later ? 'not played' : 'clock'),
    )
    const told = { n, line: step.line, as: typeof step.as === 'string' ? step.as : null, what }
    if (typeof step.later === 'string')
      return { ...told, at: this.#time(), ok: false, later: step.later, differences: [] }
    try {
      await this.#moveClock(step)
      const came = await this.#run(step)
      const { names, calendar } = this.#stage
      const differences = came ? compare(step.expect, came, { names, calendar, at: this.#at }) : []
      return { ...told, at: this.#time(), ok: differences.length === 0, differences }
    } catch (error) {
      const why =
        error instanceof UnknownName || error instanceof RangeError
          ? error.message
          : `cannot be played: ${(error as Error).message}`
      return { ...told, at: this.#time(), ok: false, why, differences: [] }
    }
  }

  async #moveClock(step: Step): Promise<void> {
    if (typeof step.at !== 'string') return
    const at = instantOf(step.at, this.#at, this.#stage.calendar)
    if (at < this.#at) throw new RangeError(`${step.at} lies before the step before`)
    // The clock ticks on while a story is played: the same minute again is no step.
    if (at === this.#at) return
    const { status } = await this.#stage.player.ask('POST', '/api/clock', this.#stage.player.anyone(), {
      at: instantText(at),
    })
    if (status !== 200) throw new RangeError(`the clock does not go to ${step.at}: ${status}`)
    this.#at = at
  }

  async #run(step: Step): Promise<Came | null> {
    if (step.do !== undefined) return this.#command(step)
    if (step.again !== undefined) return this.#again(step)
    if (step.list !== undefined) return readList(step, this.#stage)
    return step.view === undefined ? null : readView(step, { ...this.#stage, at: this.#at })
  }

  async #command(step: Step): Promise<Came> {
    const { player, names, calendar } = this.#stage
    const { sent, all } = await sendCommand(step, player, names, { at: this.#at, calendar })
    await this.#stage.settled()
    this.#keep(step, sent)
    if (String(step.do).startsWith('post.') || String(step.do).startsWith('account.')) player.forgetPosts()
    return this.#withFigures(step, cameOfCommand(sent.answer, all), sent)
  }

  async #again(step: Step): Promise<Came> {
    const { player, names } = this.#stage
    const before = named('command', this.#sent, String(step.again))
    const sender = step.as === undefined ? before.sender : await senderOf(step, before.kind, player, names)
    const { sent, all } = await sendAgain(before, step, player, sender)
    return this.#withFigures(step, cameOfCommand(sent.answer, all, before.answer), sent)
  }

  #keep(step: Step, sent: Sent): void {
    const { names } = this.#stage
    const keep = (step.keep ?? {}) as Record<string, string>
    if (keep.command !== undefined) this.#sent.set(keep.command, sent)
    const { accepted } = (sent.answer.body ?? {}) as { accepted?: Record<string, string | number> }
    if (!accepted) return
    if (keep.demand !== undefined) names.demands.set(keep.demand, String(accepted.stream))
    if (keep.stream !== undefined) names.streams.set(keep.stream, String(accepted.stream))
    for (const key of ['number', 'code', 'post'] as const)
      if (keep[key] !== undefined && accepted[key] !== undefined) names.values.set(keep[key], accepted[key])
    if (accepted.code === undefined) return
    // Kept under the demand's own id as well: the story looks at every demand as its worker sees it.
    const receipt = { demand: String(accepted.stream), number: String(accepted.number), code: String(accepted.code) }
    const name = keep.receipt ?? receipt.demand
    names.receipts.set(name, receipt)
    names.workers.get(String(step.as))?.receipts.push(name)
  }

  /** Looks at the demand a command was about, where the step expects figures or verbs of it. */
  async #withFigures(step: Step, came: Came, sent: Sent): Promise<Came> {
    const wanted = Object.keys((step.expect as object | undefined) ?? {})
    const asksVerbs = wanted.includes('can') || wanted.includes('cannot')
    if (!asksVerbs && !wanted.some((key) => Object.hasOwn(demandFigures, key))) return came
    const { accepted } = (sent.answer.body ?? {}) as { accepted?: { stream: string } }
    const demand = String(sent.envelope.body.demand ?? accepted?.stream)
    const { player, names, limits } = this.#stage
    const receipt = [...names.receipts.values()].find((each) => each.demand === demand)
    if (!receipt) return came
    const worker = player.holder(receipt)
    const followed = cameOfView('follow', await player.ask('GET', '/api/view/follow', worker), limits)
    const own =
      asksVerbs && 'cookie' in sent.sender.headers
        ? await player.ask('GET', `/api/view/demand?id=${demand}`, sent.sender)
        : undefined
    const verbs = own ? cameOfView('demand', own, limits).answer : followed.answer
    return { ...came, figures: followed.figures, answer: { ...came.answer, ...verbs } }
  }

  #time(): string {
    return instantText(this.#at).slice(0, 16)
  }
}
