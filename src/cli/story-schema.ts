import { storyJsonSchema } from '../protocol/story.ts'
import type { Verb } from './verb.ts'

/** `zhagen story schema`: one JSON Schema of everything a story may hold. */
export const verb: Verb = {
  name: 'story schema',
  summary: 'print the JSON Schema of a story: every verb, view, list, figure and refusal code',
  usage: 'story schema',
  options: {},
  about: 'One document on stdout, with or without --json; JSON Schema 2020-12. docs/stories.md explains it.',
  async run(context) {
    const schema = storyJsonSchema()
    context.print(schema, JSON.stringify(schema, null, 2))
  },
}
