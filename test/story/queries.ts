import type { Found } from '../kit/statements.ts'

/** Tables that a question may read whole, and why that stays small. Everything else is found by an index. */
const readWhole: readonly { readonly table: string; readonly asked: RegExp; readonly why: string }[] = [
  { table: 'published', asked: /from published/, why: 'articles of a newsroom, thousands; newest first, by the page' },
  { table: 'published', asked: /^way-published$/, why: 'articles of a newsroom, thousands' },
  { table: 'training_plan', asked: /^own-plans$/, why: 'plans are made by few unions, one in years' },
  {
    table: 'unit',
    asked: /u\.id = \$1 or u\.parent = \$1/,
    why: 'two indexes together, which is a bitmap and left out here',
  },
  { table: 'sheet', asked: /^asked$/, why: 'tables somebody sent, counted over a subtree' },
]

/** Questions with rows that no index finds and that nobody gave a reason for. */
export function unserved(found: ReadonlyMap<string, Found>): readonly string[] {
  return [...found].flatMap(([name, { whole }]) =>
    whole
      .filter((table) => !readWhole.some((each) => each.table === table && each.asked.test(name)))
      .map((table) => `${table} is read whole: ${name}`),
  )
}

/** The file that is reviewed: every question with what finds its rows, in an order that stays. */
export function queriesText(asked: ReadonlyMap<string, string>, found: ReadonlyMap<string, Found>): string {
  const blocks = [...asked].map(([name, text]) => {
    const { by, whole } = found.get(name) ?? { by: [], whole: [] }
    const reasons = whole.flatMap((table) => {
      const why = readWhole.find((each) => each.table === table && each.asked.test(name))?.why
      return why === undefined ? [] : [`-- reads ${table} whole: ${why}`]
    })
    const title = name === text ? '-- (no name)' : `-- ${name}`
    return [title, ...(by.length > 0 ? [`-- by ${by.join(', ')}`] : []), ...reasons, `${text};`].join('\n')
  })
  return `${head}\n\n${blocks.sort().join('\n\n')}\n`
}

const head = `-- What readers ask in the stories, and the indexes that find it under their policies. Generated and reviewed: after a change
-- npx vitest run --project pg test/story/stories -u, and read the difference.`
