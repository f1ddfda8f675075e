import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/kit/longest-first.ts'

const fixtures = '**/fixture/**'
/** Server code runs in its tests as it does in production: by Node's own type stripping, not through the bundler. */
const native = { experimental: { viteModuleRunner: false } } as const
/**
 * Files of a worker share its process: reading the whole server again for each of them cost more than most of the tests.
 * A file therefore leaves nothing behind: what it stubs it takes back, what it opens it closes.
 */
const shared = {
  pool: 'forks',
  isolate: false,
  environment: 'node',
  exclude: ['**/node_modules/**', fixtures],
} as const

/**
 * Projects by what they need: nothing (architecture, unit), a PostgreSQL (pg), a browser and a whole server (e2e).
 * Two workers, because the smallest machine this must be developed on has two cores.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    passWithNoTests: false,
    projects: [
      {
        test: {
          ...shared,
          name: 'architecture',
          include: ['test/architecture/**/*.test.ts', 'test/lint/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [...shared.exclude, '**/*.pg.test.ts', '**/*.e2e.test.ts', 'test/{architecture,lint,e2e}/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...shared,
          ...native,
          name: 'pg',
          include: ['{src,test,bench}/**/*.pg.test.ts'],
          globalSetup: ['test/kit/postgres-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          ...native,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/kit/**/*.e2e.test.ts'],
          exclude: [...shared.exclude, '**/*.pg.test.ts'],
          globalSetup: ['test/kit/postgres-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
