import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * What Debian's Chromium needs under root and in a container, and what keeps it from calling anyone: a test browser
 * speaks to the server under test and to nobody else.
 */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** Path of the browser: CHROMIUM when set, else the first on the PATH. Throws one clear line when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const folders = [...(env.PATH ?? '').split(path.delimiter), '/usr/bin']
  const candidates = env.CHROMIUM
    ? [env.CHROMIUM]
    : folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  const found = candidates.find(isProgram)
  if (found) return found
  throw new Error('browser tests need Chromium: as root run ops/ci/install-chromium.sh, or set CHROMIUM to a browser')
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
