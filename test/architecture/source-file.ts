import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

export const root = path.resolve(import.meta.dirname, '../..')

export interface Import {
  readonly from: string
  readonly line: number
}

export interface Export {
  readonly name: string
  readonly line: number
  /** A re-export carries the comment of the place it comes from. */
  readonly documented: boolean
}

/** One TypeScript file as the checks see it. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** The text with comments blanked out, same offsets and lines: words in a comment are not code. */
  readonly code: string
  readonly imports: readonly Import[]
  readonly exports: readonly Export[]
}

export interface Finding {
  readonly path: string
  readonly line: number
  readonly what: string
}

const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.zhagen', '.zhagen-keys', '.zhagen-test', 'test-output'])

/**
 * Paths of all files of the project below the given folders or files. Walked, not asked of git: an unpacked archive,
 * or a checkout that belongs to another user, is checked just the same.
 */
export function projectPaths(...below: string[]): string[] {
  return below.flatMap(walk).sort()
}

function walk(file: string): string[] {
  const found = statSync(path.join(root, file), { throwIfNoEntry: false })
  if (!found || NOT_OURS.has(path.basename(file))) return []
  if (!found.isDirectory()) return [file]
  return readdirSync(path.join(root, file)).flatMap((each) => walk(file === '.' ? each : `${file}/${each}`))
}

export function readText(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

/** Parses with the parser of the build (oxc), so that what is checked is what is built. Throws on a syntax error. */
export function sourceFile(file: string, text: string): SourceFile {
  const { module, program, comments, errors } = parseSync(file, text, { lang: file.endsWith('x') ? 'tsx' : 'ts' })
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const lineAt = lineFinder(text)
  const code = blank(text, comments)
  const imports: Import[] = module.staticImports.map((each) => ({
    from: each.moduleRequest.value,
    line: lineAt(each.start),
  }))
  for (const entry of module.staticExports.flatMap((each) => each.entries)) {
    if (entry.moduleRequest) imports.push({ from: entry.moduleRequest.value, line: lineAt(entry.start) })
  }
  for (const each of module.dynamicImports) {
    const request = text.slice(each.moduleRequest.start, each.moduleRequest.end)
    imports.push({ from: request.replace(/^['"`]|['"`]$/g, ''), line: lineAt(each.start) })
  }
  // A type like import('./x.ts').Y is an edge too, and the module record does not list it.
  for (const match of code.matchAll(/(?<!await )\bimport\(\s*['"]([^'"]+)['"]\s*\)\s*\./g)) {
    imports.push({ from: match[1] ?? '', line: lineAt(match.index) })
  }

  const docs = comments.filter((each) => each.type === 'Block' && each.value.startsWith('*'))
  const exports = program.body.flatMap((node): Export[] => {
    if (node.type === 'ExportDefaultDeclaration') return [exported('default', node.start)]
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return []
    const made = node.declaration
    if (made.type === 'VariableDeclaration')
      return made.declarations.map((each) =>
        exported(text.slice(each.id.start, each.id.end).split(':')[0] ?? '', node.start),
      )
    const id = 'id' in made ? made.id : null
    return [exported(id ? text.slice(id.start, id.end) : 'default', node.start)]
  })
  function exported(name: string, start: number): Export {
    const documented = docs.some((each) => each.end <= start && text.slice(each.end, start).trim() === '')
    return { name, line: lineAt(start), documented }
  }
  return { path: file, text, code, imports, exports: overloadsOnce(exports) }
}

/** All TypeScript files under the folders, parsed. */
export function sourceFiles(...below: string[]): SourceFile[] {
  return projectPaths(...below)
    .filter((each) => /\.tsx?$/.test(each) && !each.includes('/fixture/'))
    .map((each) => sourceFile(each, readText(each)))
}

export function lineFinder(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split('\n').length
}

/** Every place where `pattern` (global) matches in `code`. */
export function matchesIn(file: string, code: string, pattern: RegExp, what: string): Finding[] {
  const lineAt = lineFinder(code)
  return [...code.matchAll(pattern)].map((match) => ({
    path: file,
    line: lineAt(match.index),
    what: `${what}: ${match[0].trim()}`,
  }))
}

export function show(findings: readonly Finding[]): string[] {
  return findings.map(({ path: file, line, what }) => `${file}:${line} ${what}`)
}

function blank(text: string, comments: readonly { start: number; end: number }[]): string {
  let code = text
  for (const { start, end } of comments) {
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end)
  }
  return code
}

/** Overloads of a function are one exported thing, documented at the first. */
function overloadsOnce(exports: readonly Export[]): Export[] {
  return exports.filter((each, index) => exports.findIndex((other) => other.name === each.name) === index)
}
