import type { LocalDate } from '../../domain/calendar/local-time.ts'
import { type Files, formOf, forms, type YearFile } from './forms.ts'
import type { KnowledgeFile } from './knowledge.ts'
import { lieOver } from './own-file.ts'
import { refuseStrangers } from './own-strangers.ts'
import { keepTopics } from './own-topics.ts'
import { type ReadLayer, readLayer } from './read-layer.ts'
import { type Found, type RulesDocument, readDocument } from './rules-document.ts'
import { collectRulesFile, formed, type RulesFile } from './rules-file.ts'
import type { RulesFolders, RulesLayer } from './rules-folders.ts'
import { readTighter, type Tighter } from './tighter.ts'

/** The files in force from a day on; `on` null = from the beginning. */
export type DatedFiles = {
  readonly on: LocalDate | null
  readonly files: Files
  /** What would be in force without a federation's own folder. */
  readonly shipped: Files
}

/**
 * Reads every file once, and puts together what is in force from the beginning and from the day of each edition on: of every
 * name the latest that has begun, the federation's latest laid over the shipped latest. Undefined when one has no usable
 * form, which is told.
 */
export function readAllFiles(folders: RulesFolders, found: Found): readonly DatedFiles[] | undefined {
  const base = { dir: folders.whole, isOwn: false }
  const whole = readLayer(base, found, (name, path, on) => {
    const form = formOf(name)
    return form && collectRulesFile(base, path, form, found, on)
  })
  if (!whole.names.some((name) => name.startsWith('calendar/')))
    return void found({ own: null, file: 'calendar', line: 1, problem: 'holds no year; put <year>.yaml there' })
  const own = folders.own === undefined ? undefined : readOwn(folders, { dir: folders.own, isOwn: true }, found)
  if (!whole.isSound || own?.isSound === false) return undefined
  const days = [...new Set([...whole.days, ...(own?.days ?? [])])].sort()
  const lay = layer(own?.tighter)
  let sound = true
  const dated = [null, ...days].map((on) => {
    const over = (name: string) => {
      const file = lay(name, whole.latest(name, on), own?.latest(name, on))
      if (file === undefined && own?.latest(name, on) !== undefined) sound = false
      return file
    }
    const names = [...new Set([...whole.names, ...(own?.names ?? [])])]
    const shipped = filesOf(whole.names, (name) => whole.latest(name, on))
    const files = filesOf(names, over)
    if (own?.tighter && sound) keepTopics(shipped.taxonomy, files.taxonomy, own.tighter)
    return { on, files, shipped }
  })
  return sound ? dated : undefined
}

function readOwn(
  folders: RulesFolders,
  layer: RulesLayer,
  found: Found,
): ReadLayer<RulesDocument> & { tighter: Tighter | undefined } {
  const tighter = readTighter(folders, found)
  if (tighter) refuseStrangers(layer, tighter, found)
  const read = readLayer(layer, found, (_, path, on) => readDocument(layer, path, found, on))
  return { ...read, tighter, isSound: read.isSound && tighter !== undefined }
}

/** Lays each pair of files over one another once, however many days share them. */
function layer(tighter: Tighter | undefined) {
  const made = new Map<string, RulesFile<unknown> | undefined>()
  return (name: string, base: RulesFile<unknown> | undefined, over: RulesDocument | undefined) => {
    const schema = formOf(name)
    if (!over || !schema || !tighter) return base
    const key = `${base?.name} ${over.name}`
    if (!made.has(key)) made.set(key, base ? lieOver(base, over, { name, schema, tighter }) : formed(over, schema))
    return made.get(key)
  }
}

function filesOf(names: readonly string[], file: (name: string) => RulesFile<unknown> | undefined): Files {
  const singles = Object.entries(forms).map(([key, [name]]) => [key, file(name)])
  const years = names.filter((name) => name.startsWith('calendar/')).sort()
  const held = years.map(file).filter((each) => each !== undefined) as YearFile[]
  const cards = names.filter((name) => name.startsWith('knowledge/')).sort()
  const knowledge = cards.map(file).filter((each) => each !== undefined) as KnowledgeFile[]
  // Every name was read with its own form; the map only forgets which.
  return { ...Object.fromEntries(singles), years: held, knowledge } as Files
}
