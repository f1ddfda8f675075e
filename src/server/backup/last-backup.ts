import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const fileIn = (dataFolder: string) => path.join(dataFolder, 'last-backup')

/** Notes when a backup became whole, for the page that says so; a folder that is not there keeps no note. */
export function noteBackup(dataFolder: string, at: Date): void {
  if (existsSync(dataFolder)) writeFileSync(fileIn(dataFolder), `${at.toISOString()}\n`)
}

/** When the last backup became whole, ISO 8601; null where none is noted. */
export function lastBackup(dataFolder: string): string | null {
  try {
    const at = Date.parse(readFileSync(fileIn(dataFolder), 'utf8').trim())
    return Number.isNaN(at) ? null : new Date(at).toISOString()
  } catch {
    return null
  }
}
