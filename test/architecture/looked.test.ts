import { expect, it } from 'vitest'
import { expectNone } from './expect-none.ts'
import { checkOpenings, type Opening } from './looked.ts'
import { sourceFile, sourceFiles } from './source-file.ts'

/** Files that open sealed words, and how. A reason says why nobody is written down (src/server/vault/looked.ts). */
const openers: Readonly<Record<string, readonly Opening[]>> = {
  // What tells of a worker, or may.
  'src/server/view/visit-page.ts': ['look'],
  'src/server/view/deed-page.ts': ['look'],
  'src/server/view/issue-page.ts': ['look'],
  'src/server/view/suggestions.ts': [],
  'src/server/view/sheet/sheet.ts': ['look'],
  'src/server/view/line/directive.ts': ['look'],
  'src/server/view/line/instructions.ts': ['look'],
  // Words about the line itself, and who leads a group, are told to everybody below; a note on a matter is not.
  'src/server/view/line/campaign.ts': ['look', 'paper', 'cadre'],
  'src/server/view/newsroom.ts': ['look', 'heading'],
  // Readers wrote their comments to be read by anybody; a notice of aid is public by rule, surnames alone.
  'src/server/view/comments.ts': ['heading', 'to-anybody'],
  'src/server/view/deed-notices.ts': ['to-anybody'],
  // Who trains a class.
  'src/server/http/api/training-answers.ts': ['cadre'],
  // By the record of `content.open`, and by the worker's own receipt.
  'src/server/command/opened.ts': [],
  'src/server/view/follow.ts': ['own'],
  'src/server/http/door/own-file.ts': ['own'],
  // Nobody looks.
  'src/server/command/news-facts.ts': ['machine'],
  'src/server/job/published-follower.ts': ['machine'],
  'src/server/job/words-for-claims.ts': ['machine'],
  'src/server/vault/worker-contact.ts': ['machine'],
  // They pass on what they were given.
  'src/server/vault/content.ts': [],
  'src/server/vault/file-keys.ts': [],
  // Whether a name stands in a text is asked of the machine, and the name is shown to nobody.
  'src/server/view/article-words.ts': ['machine'],
  'src/server/view/line/texts.ts': [],
}
it('opens no sealed words without a read record or a reason that stands here', () => {
  const report = checkOpenings(sourceFiles('src/server'), openers)
  expect(report.openers).toBe(Object.keys(openers).length)
  expectNone(report.findings)
})

it('sees red', () => {
  const what = (path: string, text: string, known: Readonly<Record<string, readonly Opening[]>> = {}) =>
    checkOpenings([sourceFile(path, text)], known).findings.map((each) => each.what)
  const page = 'src/server/view/a.ts'
  expect(what(page, "await openPart(client, keys, realm, id, 'text', by)\n")).toEqual(['opens sealed words'])
  expect(what(page, "await openPart(client, keys, realm, id, 'text', 'machine')\n", { [page]: ['look'] })).toEqual([
    'opens sealed words by machine',
    'no longer opens sealed words by look',
  ])
  expect(what(page, 'const by = new Looked(id, part)\n')).toEqual(['holds new Looked('])
  expect(what(page, 'const a = openContent(key, row)\n')).toEqual(['holds  openContent('])
  expect(what(page, 'export const a = 1\n', { [page]: ['look'] })).toEqual(['opens no sealed words any more'])
  expect(
    what(page, "const by = await look(id, 'text')\nopenPart(c, k, r, id, 'text', by)\n", { [page]: ['look'] }),
  ).toEqual([])
})
