import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OfficeCalendar } from '../../domain/calendar/office-calendar.ts'
import { type Id, makeId, type Realm } from '../../domain/id.ts'
import { StartError } from '../start-error.ts'
import { readStoryFile, type Step, type Story } from './story-file.ts'
import { problemLine } from './story-report.ts'
import { instantOf } from './story-time.ts'

const folder = fileURLToPath(new URL('../../../stories/demo', import.meta.url))
let shipped: readonly Story[] | undefined

/** The demo's stories, by the name of their files. Read once. @throws StartError naming file and line */
export function demoStories(): readonly Story[] {
  shipped ??= readStories()
  return shipped
}

/** A step of the demo at its instant, with the id its command is sent under in each realm it may be born in. */
export type DemoStep = {
  readonly story: Story
  readonly step: Step
  readonly at: number
  readonly command: (realm: Realm) => Id
}

/**
 * Every step of every story of the demo, in the order of time: the ledger of a realm goes forward only. Instants and
 * ids follow from `now` alone, so that a demo that was cut off is played again from its beginning and each command that
 * was stored before is answered as stored. Steps that would lie in the future are left out, with all that follow them.
 */
export function demoScript(
  now: number,
  calendar: OfficeCalendar,
  stories: readonly Story[] = demoStories(),
): readonly DemoStep[] {
  const steps = stories.flatMap((story) => stepsOf(story, now, calendar))
  return steps.sort((a, b) => a.at - b.at || (a.story.file < b.story.file ? -1 : a.story.file > b.story.file ? 1 : 0))
}

function readStories(): readonly Story[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return files.sort().map((name) => {
    const { story, problems } = readStoryFile(path.join(folder, name))
    const [problem] = problems
    if (!story || problem) throw new StartError(`demo: ${problem ? problemLine(problem) : name}`)
    return story
  })
}

function stepsOf(story: Story, now: number, calendar: OfficeCalendar): readonly DemoStep[] {
  const steps: DemoStep[] = []
  let at = instantOf(story.clock, now, calendar)
  for (const [n, step] of story.steps.entries()) {
    if (typeof step.at === 'string') at = instantOf(step.at, at, calendar)
    if (at > now) break
    const chance = createHash('sha256')
      .update(`${path.basename(story.file)} ${n}`)
      .digest()
    const on = at
    steps.push({ story, step, at, command: (realm) => makeId(realm, on, chance) })
  }
  return steps
}
