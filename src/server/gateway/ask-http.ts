import { type Handed, notHanded, whyOf } from './gateway.ts'

/** A hanging provider must not hold up the notices behind. */
export const patienceMs = 10_000

/** An answer longer than this is no answer to a notice. */
const longestAnswer = 64 * 1024

/**
 * One request to a provider; `judge` reads the answer of a request that went through. What is busy or out of order (429,
 * 5xx, no connection) may be tried again, what is refused may not.
 */
export async function askHttp(
  url: string,
  request: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string },
  judge: (answer: string) => Handed,
  patience: number = patienceMs,
): Promise<Handed> {
  try {
    // A redirect would carry number and text to an address nobody configured.
    const response = await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(patience) })
    const answer = (await response.text()).slice(0, longestAnswer)
    if (response.ok) return judge(answer)
    return notHanded(`http-${response.status}`, response.status === 429 || response.status >= 500)
  } catch (error) {
    return notHanded(whyOf(error), true)
  }
}
