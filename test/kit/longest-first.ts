import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Whole stories, crowds of requests and servers that are started and stopped: each of these takes a minute or half of one. */
const longest = [
  'test/story/stories.pg',
  'test/fuzz/requests.pg',
  'test/start/refusals.pg',
  'test/start/life.pg',
  'test/start/backup.pg',
  'test/e2e/desk-rules',
  'test/e2e/door-looks',
  'src/domain/demand/life.property',
]

/** The longest files first, whatever their size, so that no worker waits at the end for one that began late. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((each) => moduleId.includes(each))
      return at < 0 ? longest.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
