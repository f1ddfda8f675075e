#!/usr/bin/env node
import { run24 } from './run24.mjs'

await run24('bench/main.ts', process.argv.slice(2))
