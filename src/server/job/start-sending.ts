import { type SendContext, sendDueOnce } from '../notice/send-due.ts'

/** A danger to life is told within seconds; all else can wait for them. */
const everyMs = 5000

/**
 * Sends now and every five seconds. A round that fails as a whole (no database) is logged once until one succeeds. Gives
 * what stops it: resolves when the notice under way has been handed over.
 */
export function startSending(context: SendContext): () => Promise<void> {
  let stopped = false
  let failing = false
  let running: Promise<void> | null = null
  const round = async () => {
    try {
      await sendDueOnce(context, () => stopped)
      failing = false
    } catch (error) {
      if (!failing) context.log.error({ err: error }, 'sending failed')
      failing = true
    }
  }
  const run = () => {
    running ??= round().finally(() => {
      running = null
    })
  }
  run()
  const timer = setInterval(run, everyMs)
  timer.unref()
  return async () => {
    stopped = true
    clearInterval(timer)
    await running
  }
}
