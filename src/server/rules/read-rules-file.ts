import type { z } from 'zod'
import { lieOver } from './own-file.ts'
import { RulesError, readDocument, throwFirst } from './rules-document.ts'
import { collectRulesFile, type RulesFile } from './rules-file.ts'
import { highestWith, type RulesFolders } from './rules-folders.ts'
import { readTighter } from './tighter.ts'

/**
 * Reads and checks one file that has no editions, the federation's own laid over it.
 * @throws RulesError with the line of the first thing that is wrong.
 */
export function readRulesFile<T>(folders: RulesFolders, name: string, schema: z.ZodType<T>): RulesFile<T> {
  const base = collectRulesFile({ dir: folders.whole, isOwn: false }, name, schema, throwFirst)
  const layer = highestWith(folders, name)
  const over = layer?.isOwn ? readDocument(layer, name, throwFirst) : undefined
  const tighter = over && readTighter(folders, throwFirst)
  const file = base && over && tighter ? lieOver(base, over, { name, schema, tighter }) : base
  if (!file) throw new RulesError({ own: null, file: name, line: 1, problem: 'cannot be used; correct it' })
  return file
}
