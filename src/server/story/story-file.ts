import { readFileSync } from 'node:fs'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod/mini'
import { type Cast, StoryHead, stepSchemaOf } from '../../protocol/story.ts'
import { errorCode } from '../start-error.ts'

/** Something wrong in a story file. Lines and columns count from 1. */
export type StoryProblem = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly at: string
  readonly why: string
}

/** A step as written, checked by its schema, with its line. */
export type Step = Readonly<Record<string, unknown>> & { readonly line: number }

/** A story as written, checked. */
export type Story = {
  readonly file: string
  readonly story: string
  readonly clock: string
  readonly cast: Cast
  readonly steps: readonly Step[]
}

type Path = readonly (string | number)[]
/** Where in the file something stands, and what is wrong with it. */
export type Complain = (at: Path, why: string) => void

/** A story file read and checked against the schema; `complain` adds what a look at the whole finds (`check-names.ts`). */
export type ReadStory = { readonly story: Story | null; readonly problems: StoryProblem[]; readonly complain: Complain }

/** Reads a story file. What is wrong is told by line and column; `story` is null when it is not whole. */
export function readStoryFile(file: string): ReadStory {
  try {
    return readStory(file, readFileSync(file, 'utf8'))
  } catch (error) {
    const why = `cannot be read (${errorCode(error) ?? 'unknown error'})`
    return { story: null, problems: [{ file, line: 1, column: 1, at: '', why }], complain: () => undefined }
  }
}

/** The same for a text at hand. */
export function readStory(file: string, text: string): ReadStory {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true })
  const problems: StoryProblem[] = []
  const complain: Complain = (at, why) => {
    const { line, col } = counter.linePos(offsetOf(document, at))
    problems.push({ file, line, column: col, at: at.join('.'), why })
  }
  for (const flaw of [...document.errors, ...document.warnings]) {
    const start = flaw.linePos?.[0]
    problems.push({ file, line: start?.line ?? 1, column: start?.col ?? 1, at: '', why: firstLine(flaw.message) })
  }
  if (problems.length > 0) return { story: null, problems, complain }
  const value: unknown = document.toJS()
  const head = StoryHead.safeParse(value, { reportInput: true })
  if (!head.success) for (const issue of head.error.issues) complainOf(complain, [], issue)
  const steps = (value as { steps?: unknown } | null)?.steps
  if (Array.isArray(steps)) for (const [n, step] of steps.entries()) checkStep(complain, step, n)
  if (!head.success || problems.length > 0) return { story: null, problems, complain }
  const lineAt = (n: number) => counter.linePos(offsetOf(document, ['steps', n])).line
  const { story, clock, cast = {} } = head.data
  const checked = (head.data.steps as Record<string, unknown>[]).map((step, n) => ({ ...step, line: lineAt(n) }))
  return { story: { file, story, clock, cast, steps: checked }, problems, complain }
}

function checkStep(complain: Complain, step: unknown, n: number): void {
  const schema = stepSchemaOf(step)
  if ('why' in schema) {
    complain(schema.key === '' ? ['steps', n] : ['steps', n, schema.key], schema.why)
    return
  }
  const checked = schema.safeParse(step, { reportInput: true })
  if (!checked.success) for (const issue of checked.error.issues) complainOf(complain, ['steps', n], issue)
}

function complainOf(complain: Complain, before: Path, issue: z.core.$ZodIssue): void {
  const at = [...before, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))]
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) complain([...at, key], `unknown key ${key}`)
      return
    case 'invalid_union': {
      // The one alternative that came furthest is the one that was meant: an expectation is nearly always a map.
      const deepest = issue.errors.filter((each) =>
        each.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
      )
      if (deepest.length === 1) for (const inner of deepest[0] ?? []) complainOf(complain, at, inner)
      else complain(at, 'is none of what may stand here; zhagen story schema lists it')
      return
    }
    case 'invalid_value':
      complain(at, `must be one of ${issue.values.map(String).join(', ')}`)
      return
    case 'invalid_type':
      complain(
        at,
        issue.input === undefined
          ? 'is missing'
          : `must be a ${issue.expected}; a code or number of digits needs quotes`,
      )
      return
    default:
      complain(at, 'is not of the shape that zhagen story schema describes')
  }
}

/** Where a place begins: its key when it has one; the nearest thing around it when it is missing. */
function offsetOf(document: Document, at: Path): number {
  for (let length = at.length; length > 0; length -= 1) {
    const path = at.slice(0, length)
    const around = document.getIn(path.slice(0, -1), true)
    const pair = isMap(around)
      ? around.items.find((each) => isScalar(each.key) && each.key.value === path.at(-1))
      : undefined
    const node = pair?.key ?? document.getIn(path, true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '')
}
