import type { Finding } from './source-file.ts'

export const TOO_LONG = 500
export const LONG = 300

/** Generated, or data: nobody reads them line by line. */
const NOT_WRITTEN = [
  /^db\/(schema|queries)\.sql$/,
  /^package-lock\.json$/,
  /^rules\//,
  /^stories\//,
  /\.(csv|json|yaml|png|svg|woff2)$/,
  /^docs\/api\//,
  /^LICENSE$/,
]

/** Names that answer no question: a file called so collects whatever has no place. */
const NAMELESS = /(^|[-.])(utils?|helpers?|managers?|services?|base|impl|common|misc|index)(?=[-.]|$)/

export function isWritten(file: string): boolean {
  return !NOT_WRITTEN.some((each) => each.test(file))
}

export function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

export function checkLengths(files: readonly { path: string; text: string }[]): Finding[] {
  return files
    .filter((each) => isWritten(each.path) && countLines(each.text) > TOO_LONG)
    .map((each) => ({
      path: each.path,
      line: TOO_LONG,
      what: `is ${countLines(each.text)} lines long, at most ${TOO_LONG}`,
    }))
}

export function checkNames(paths: readonly string[]): Finding[] {
  return paths.flatMap((file) => {
    const nameless = file.split('/').filter((part) => NAMELESS.test(part.replace(/\.[a-z0-9]+$/, '')))
    return nameless.map((part) => ({ path: file, line: 1, what: `is named ${part}: name it by what it answers` }))
  })
}
