import path from 'node:path'
import type { Finding } from './source-file.ts'

/** A Markdown file, and every other text the rules below look at. */
export interface Doc {
  readonly path: string
  readonly text: string
}

/** What is written in backticks or code blocks is shown, not linked. */
function prose(text: string): string {
  const blank = (match: string) => match.replace(/[^\n]/g, ' ')
  return text.replace(/^```[\s\S]*?^```/gm, blank).replace(/`[^`\n]*`/g, blank)
}

export interface LinkReport {
  readonly links: number
  readonly findings: readonly Finding[]
}

/** Every relative link and picture leads to a file or folder that is there, every #anchor to a heading of it. */
export function checkLinks(docs: readonly Doc[], exists: (file: string) => boolean): LinkReport {
  const findings: Finding[] = []
  let links = 0
  for (const doc of docs) {
    const text = prose(doc.text)
    for (const match of text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|\bsrc="([^"]+)"/g)) {
      const address = match[1] ?? match[2] ?? ''
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) continue
      links += 1
      const [target = '', anchor] = address.split('#')
      const file = target === '' ? doc.path : path.posix.join(path.posix.dirname(doc.path), decodeURI(target))
      const line = text.slice(0, match.index).split('\n').length
      if (!exists(file)) findings.push({ path: doc.path, line, what: `links to ${address}, which is not there` })
      else if (anchor !== undefined && !anchorsOf(docs, file).includes(anchor))
        findings.push({ path: doc.path, line, what: `links to ${address}, which has no such heading` })
    }
  }
  return { links, findings }
}

/** Anchors as code hosts make them of headings. */
function anchorsOf(docs: readonly Doc[], file: string): string[] {
  const text = docs.find((doc) => doc.path === file)?.text ?? ''
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** Every name stands somewhere in the doc in backticks or as a word of its own. */
export function checkNamed(doc: Doc, what: string, names: readonly string[]): Finding[] {
  return names
    .filter((name) => !standsIn(doc.text, name))
    .map((name) => ({ path: doc.path, line: 1, what: `does not name the ${what} ${name}` }))
}

/** Whether the name stands in the text as itself and not as a part of a longer name. */
export function standsIn(text: string, name: string): boolean {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
  return new RegExp(`(?<![A-Za-z0-9_])${plain}(?![A-Za-z0-9_])`).test(text)
}

/** Every decision is numbered once, without a gap, under the heading of its number, and is linked from the list. */
export function checkDecisions(list: Doc, decisions: readonly Doc[]): Finding[] {
  return decisions.flatMap(({ path: file, text }, index) => {
    const name = path.posix.basename(file)
    const number = Number(name.slice(0, 4))
    const findings: Finding[] = []
    if (number !== index + 1) findings.push({ path: file, line: 1, what: `should be number ${index + 1}` })
    if (!text.startsWith(`# ${number}. `))
      findings.push({ path: file, line: 1, what: `does not begin "# ${number}. "` })
    if (!list.text.includes(`](${name})`)) findings.push({ path: list.path, line: 1, what: `does not link ${name}` })
    return findings
  })
}
