#!/usr/bin/env node
import { run24 } from './run24.mjs'

// What was compiled once before is counted less exactly.
process.env.NODE_DISABLE_COMPILE_CACHE = '1'

await run24('node_modules/vitest/vitest.mjs', [
  'run',
  '--config',
  'vitest.coverage.config.ts',
  ...process.argv.slice(2),
])
