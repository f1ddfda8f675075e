import { accepted, type Decision, refused } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import type { CampaignCommand, CampaignWords } from './command.ts'
import type { CampaignEvent } from './event.ts'
import type { LineFacts, OpenFacts, OriginFacts } from './facts.ts'
import { mayOnCampaign } from './may.ts'
import type { CampaignState } from './state.ts'

type Of<K extends CampaignCommand['kind']> = Extract<CampaignCommand, { kind: K }>
type Decided = Decision<CampaignEvent>

/** A command on a campaign that is open, together with its facts. */
export type AskedOfCampaign =
  | { readonly kind: 'campaign.change'; readonly command: Of<'campaign.change'>; readonly facts: LineFacts }
  | { readonly kind: 'origin.record'; readonly command: Of<'origin.record'>; readonly facts: OriginFacts }

/** Opens a campaign at a unit. Refused: `not-allowed`, `unit.unknown`, `line.days`, `line.stages`, `words.names-someone`. */
export function openCampaign(command: Of<'campaign.open'>, { actor, path }: OpenFacts): Decided {
  const answer = mayOnCampaign(actor, command.kind, path)
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden' || path.length === 0) return refused('unit.unknown', { unit: command.unit })
  const { kind: _, unit, ...words } = command
  const wrong = wrongDays(words)
  if (wrong) return refused(wrong)
  return named(words) ?? accepted<CampaignEvent>({ kind: 'CampaignOpened', body: { unit, path, ...words } })
}

/** Decides every command on an open campaign. Refused, all of them: `not-allowed`, `not-found`. */
export function decide(state: CampaignState, asked: AskedOfCampaign): Decided {
  const answer = mayOnCampaign(asked.facts.actor, asked.kind, state.path)
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden') return refused('not-found')
  switch (asked.kind) {
    case 'campaign.change':
      return change(state, asked.command)
    case 'origin.record':
      return recordOrigin(state, asked.command, asked.facts)
  }
}

/** Refused: `line.unchanged`, `line.days`, `line.stages`, `words.names-someone`. */
function change(state: CampaignState, { kind: _, campaign: __, ...asked }: Of<'campaign.change'>): Decided {
  const keys = Object.keys(asked) as (keyof CampaignWords)[]
  const told = keys.filter((key) => asked[key] !== undefined && !alike(asked[key], state[key]))
  if (told.length === 0) return refused('line.unchanged')
  const words: Partial<CampaignWords> = Object.fromEntries(told.map((key) => [key, asked[key]]))
  const wrong = wrongDays({ ...state, ...words })
  if (wrong) return refused(wrong)
  return named(words) ?? accepted<CampaignEvent>({ kind: 'CampaignChanged', body: words })
}

/** It is read by every union below and by the public. */
function named({ title, purpose, basis, stages }: Partial<CampaignWords>) {
  return wordsNameSomeone({ title, purpose, basis, stages: stages?.map((stage) => stage.title) })
}

function alike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** A link of the origin chain 动议 指示 批示. Refused: `line.day-ahead`, `directive.unknown`, `demand.unknown`, `words.names-someone`. */
function recordOrigin(state: CampaignState, command: Of<'origin.record'>, facts: OriginFacts): Decided {
  const { origin, on, who, words, ledTo = null, directive = null, demand = null } = command
  if (on > facts.today) return refused('line.day-ahead')
  if (!facts.directiveKnown) return refused('directive.unknown')
  if (!facts.demandSeen) return refused('demand.unknown')
  const someone = wordsNameSomeone({ ledTo })
  if (someone) return someone
  return accepted<CampaignEvent>({
    kind: 'OriginRecorded',
    body: { entry: state.origins.length + 1, origin, on, ledTo, directive, demand },
    seal: {
      who: { part: 'text', kind: 'origin.who', value: who },
      words: { part: 'text', kind: 'origin.words', value: words },
    },
  })
}

/** Days in order, stages within them. */
function wrongDays({ fromOn, toOn, stages }: CampaignWords): 'line.days' | 'line.stages' | null {
  if (toOn !== null && toOn < fromOn) return 'line.days'
  const outside = stages.some(
    (stage) => stage.toOn < stage.fromOn || stage.fromOn < fromOn || (toOn !== null && stage.toOn > toOn),
  )
  return outside ? 'line.stages' : null
}
