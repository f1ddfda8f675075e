import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { realmOfRegion } from '../../domain/id.ts'

export type RegionLevel = 'nation' | 'province' | 'prefecture' | 'county' | 'township'

/** One node as a file names it. `replaces` are codes of earlier editions whose successor it is. */
export type RegionNode = {
  code: string
  name: string
  level: RegionLevel
  parent: string | null
  realm: number
  replaces: string[]
}

/** What the yaml beside a region file says. `covers`: first two digits of the codes the edition may close. */
export type EditionAbout = z.infer<typeof About>

const About = z.object({
  edition: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string(),
  source: z.string(),
  validFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  covers: z.array(z.string().regex(/^\d{2}$/)).min(1),
  nodes: z.number().int(),
  fictional: z.boolean().default(false),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Thrown when a region file is not usable; every fault is one line that names the line of the file. */
export class RegionFileFault extends Error {
  readonly faults: string[]
  constructor(file: string, faults: string[]) {
    super(`${file}: ${faults.slice(0, 20).join('; ')}${faults.length > 20 ? `; and ${faults.length - 20} more` : ''}`)
    this.name = 'RegionFileFault'
    this.faults = faults
  }
}

/** Reads the yaml beside `<edition>.csv`, and the bytes of the csv, which must be the ones the yaml describes. */
export async function readEdition(csvFile: string): Promise<{ about: EditionAbout; csv: Buffer }> {
  const yamlFile = csvFile.replace(/\.csv$/, '.yaml')
  const text = await readFile(yamlFile, 'utf8').catch(() => {
    throw new RegionFileFault(basename(csvFile), [
      `${basename(yamlFile)} must stand beside it (edition, validFrom, covers, nodes, sha256)`,
    ])
  })
  const parsed = About.safeParse(parseYaml(text))
  if (!parsed.success) {
    throw new RegionFileFault(
      basename(yamlFile),
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    )
  }
  const csv = await readFile(csvFile)
  const sha256 = createHash('sha256').update(csv).digest('hex')
  if (sha256 !== parsed.data.sha256) {
    throw new RegionFileFault(basename(csvFile), [
      `SHA-256 is ${sha256}, ${basename(yamlFile)} says ${parsed.data.sha256}`,
    ])
  }
  return { about: parsed.data, csv }
}

/** Level by the shape of the code alone: 2-2-2 digits of GB/T 2260, three more of GB/T 10114. */
export function levelOfCode(code: string): RegionLevel {
  if (code.length === 9) return 'township'
  if (code === '000000') return 'nation'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}

function parentOfCode(code: string): string | null {
  const level = levelOfCode(code)
  if (level === 'nation') return null
  if (level === 'province') return '000000'
  if (level === 'prefecture') return `${code.slice(0, 2)}0000`
  return level === 'county' ? `${code.slice(0, 4)}00` : code.slice(0, 6)
}

/** Parses and checks the nodes. @throws RegionFileFault naming every bad line. */
export function nodesOf(file: string, csv: Buffer, about: EditionAbout): RegionNode[] {
  const rows = parseCsv(csv, { columns: true, bom: true, trim: true }) as Record<string, string | undefined>[]
  const faults: string[] = []
  const nodes = new Map<string, RegionNode>()
  const replaced = new Map<string, string>()
  for (const [index, row] of rows.entries()) {
    const line = index + 2
    const { code = '', name = '' } = row
    if (!/^(\d{6}|\d{9})$/.test(code)) {
      faults.push(`line ${line}: ${code || 'no code'} is not six or nine digits`)
      continue
    }
    if (name === '' || name.length > 100) faults.push(`line ${line}: ${code} has no name of 1 to 100 characters`)
    if (nodes.has(code)) faults.push(`line ${line}: ${code} stands in the file twice`)
    const replaces = (row.replaces ?? '').split(/\s+/).filter((old) => old !== '')
    for (const old of replaces) {
      if (replaced.has(old)) faults.push(`line ${line}: ${old} already has the successor ${replaced.get(old)}`)
      replaced.set(old, code)
    }
    const parent = row.parent ? row.parent : parentOfCode(code)
    nodes.set(code, { code, name, level: levelOfCode(code), parent, realm: realmOfRegion(code), replaces })
  }
  for (const { code, parent } of nodes.values()) {
    if (parent !== null && !nodes.has(parent)) faults.push(`${code}: its parent ${parent} is not in the file`)
  }
  if (nodes.size !== about.nodes) faults.push(`${nodes.size} nodes, the yaml says ${about.nodes}`)
  if (faults.length > 0) throw new RegionFileFault(file, faults)
  return [...nodes.values()]
}
