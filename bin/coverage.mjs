#!/usr/bin/env node
import { run24 } from './run24.mjs'

await run24('node_modules/vitest/vitest.mjs', [
  'run',
  '--config',
  'vitest.coverage.config.ts',
  ...process.argv.slice(2),
])
