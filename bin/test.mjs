#!/usr/bin/env node
import { run24 } from './run24.mjs'

await run24('test/kit/run/main.ts', process.argv.slice(2))
