import { globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** A file of the build, ready to be sent either way. */
export interface BuiltFile {
  readonly type: string
  readonly plain: Buffer
  readonly packed: Buffer
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * The files of a build by their path below the folder. They are few and small and live in memory; they are read again when
 * the folder was built anew. Empty while there is no build.
 */
export function readBuilt(folder: string): () => ReadonlyMap<string, BuiltFile> {
  let files: ReadonlyMap<string, BuiltFile> = new Map()
  let builtAt = -1
  return () => {
    const at = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? -1
    if (at !== builtAt) {
      files = at === -1 ? new Map() : read(folder)
      builtAt = at
    }
    return files
  }
}

function read(folder: string): Map<string, BuiltFile> {
  const files = new Map<string, BuiltFile>()
  for (const name of globSync('**/*.{html,js,css,svg}', { cwd: folder })) {
    const plain = readFileSync(path.join(folder, name))
    const type = types[path.extname(name)]
    if (type) files.set(name.split(path.sep).join('/'), { type, plain, packed: gzipSync(plain, { level: 9 }) })
  }
  return files
}
