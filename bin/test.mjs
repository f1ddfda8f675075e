#!/usr/bin/env node
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run24 } from './run24.mjs'

/** Exit code of a wrong option: nothing was to be counted. */
const USAGE = 2

const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-count-'))
process.env.ZHAGEN_COUNTED = path.join(folder, 'counted')

// An installation that fails, or a runner that cannot be loaded, counts nothing; the last line is owed all the same.
process.on('exit', (code) => {
  const counted = existsSync(process.env.ZHAGEN_COUNTED)
  rmSync(folder, { recursive: true, force: true })
  if (!counted && code !== 0 && code !== USAGE) process.stdout.write('0 passed, 1 failed\n')
})

await run24('test/kit/run/main.ts', process.argv.slice(2))
