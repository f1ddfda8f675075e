import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { StartError } from '../server/start-error.ts'

/** Asks the person at the terminal; without one, says which option would have answered. Questions go to stderr. */
export async function askPerson(question: string, option: string, hidden = false): Promise<string> {
  if (process.stdin.isTTY !== true)
    throw new StartError(`${option}: is needed, and there is no terminal to ask at; give it`)
  let muted = false
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (!muted) process.stderr.write(chunk)
      done()
    },
  })
  const lines = createInterface({ input: process.stdin, output, terminal: true })
  try {
    const answer = lines.question(`${question}: `)
    muted = hidden
    const text = (await answer).trim()
    if (hidden) process.stderr.write('\n')
    if (text === '') throw new StartError(`${option}: nothing was given`)
    return text
  } finally {
    lines.close()
  }
}
