import { checkNames } from '../server/story/check-names.ts'
import { readStoryFile, type StoryProblem } from '../server/story/story-file.ts'
import { problemLine } from '../server/story/story-report.ts'
import type { Verb } from './verb.ts'

/** `zhagen story check FILE…`: looks at stories without playing them. */
export const verb: Verb = {
  name: 'story check',
  summary: 'look at stories without playing them, and name what is wrong by line and column',
  usage: 'story check FILE…',
  options: {},
  positionals: { min: 1, max: 1000 },
  about: [
    'Finds broken YAML, unknown keys, verbs, views, lists and codes, people that are in no cast, and names used before',
    'anything was kept under them. Exit code 0: nothing found; 1: something was.',
    'With --json: {ok, problems: [{file, line, column, at, why}]}.',
  ].join('\n'),
  async run(context) {
    const problems: StoryProblem[] = context.positionals.flatMap((file) => {
      const read = readStoryFile(file)
      checkNames(read)
      return [...read.problems].sort((a, b) => a.line - b.line || a.column - b.column)
    })
    const ok = problems.length === 0
    context.print(
      { ok, problems },
      ok ? `${context.positionals.length} checked, nothing found` : problems.map(problemLine).join('\n'),
    )
    return ok ? 0 : 1
  },
}
