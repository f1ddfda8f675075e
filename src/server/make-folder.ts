import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { errorCode } from './start-error.ts'

/**
 * Makes a folder that only its owner may enter, and those above it. Node's own `recursive` tries for ever where the
 * system says ENOENT to a parent that exists, as /proc does.
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const parent = path.dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST' || !statSync(folder).isDirectory()) throw error
  }
}
