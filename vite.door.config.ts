import { globSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vite'

const folder = 'src/web/door/script'
const entries = globSync('*.ts', { cwd: folder }).filter((name) => !name.endsWith('.test.ts'))

/**
 * Builds what a page of the worker's door may add to itself to dist/door: every file of `script/` is one script of one
 * page and comes in one request; what it asks for later (`import()`), and only that, is a file of its own.
 */
export default defineConfig({
  base: '/door/',
  publicDir: false,
  // Fields of a class as plain assignments: the helper for them would be one more request, shared by two scripts.
  oxc: { assumptions: { setPublicClassFields: true } },
  build: {
    outDir: 'dist/door',
    emptyOutDir: true,
    modulePreload: false,
    target: ['es2020', 'chrome80', 'safari14'],
    rollupOptions: {
      input: Object.fromEntries(entries.map((name) => [path.basename(name, '.ts'), path.resolve(folder, name)])),
      output: { entryFileNames: 'assets/[name].[hash].js', chunkFileNames: 'assets/later-[name]-[hash].js' },
    },
  },
})
