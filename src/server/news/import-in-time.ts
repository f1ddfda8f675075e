import { Worker } from 'node:worker_threads'
import type { Block } from '../../domain/article/block.ts'
import type { ArticleFile } from '../../protocol/article-text.ts'

/** What real pages take is under a second; a line of a hundred thousand stars takes minutes. */
const mostMs = 10_000
/** Of all, so that nobody keeps both cores of a small machine busy. */
const mostAtOnce = 1
let running = 0

/**
 * The text of a file in blocks, read in a thread of its own: reading may take long for what was written to take long, and
 * nobody else waits meanwhile. Null when there is no time or memory for it, or another is being read.
 */
export async function importInTime({ form, text }: ArticleFile, ms = mostMs): Promise<readonly Block[] | null> {
  if (running >= mostAtOnce) return null
  running += 1
  const thread = new Worker(new URL('./import-thread.ts', import.meta.url), {
    workerData: { form, text },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  try {
    return await new Promise((resolve) => {
      const late = setTimeout(() => resolve(null), ms)
      const end = (blocks: readonly Block[] | null) => {
        clearTimeout(late)
        resolve(blocks)
      }
      thread.once('message', end)
      thread.once('error', () => end(null))
      thread.once('exit', () => end(null))
    })
  } finally {
    await thread.terminate()
    running -= 1
  }
}
