import { defineConfig } from 'vitest/config'

/** The deciders and what they hand on to. */
const deciders =
  '{decide,hand-over,raise,triage,sort,handle,claimant,verdict,reopening,object,one-up,joint,request,pause,opinion,promise,letter,tick,act,round,call-in,recalculate,protect}'

/**
 * `npm run coverage`: how much of the rules the directed tests go through. Random lives are left out, for what they reach
 * is chance: so the figure is the same on every machine, and takes seconds.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    include: ['src/domain/**/*.test.ts'],
    exclude: ['**/*.property.test.ts'],
    coverage: {
      enabled: true,
      provider: 'v8',
      include: [`src/domain/*/${deciders}.ts`],
      reporter: ['text'],
      // Of every file: a mean hides the one whose guards nobody tries.
      thresholds: { branches: 95, perFile: true },
    },
  },
})
