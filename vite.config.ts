import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** React Aria ships its own few words in some thirty languages; the desk speaks two of them. */
const twoLanguages: Plugin = {
  name: 'two-languages',
  enforce: 'pre',
  load(id) {
    const other = /\/react-(?:aria|stately|aria-components)\/.*\/intl\/[\w/]*([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)
    return other && other[1] !== 'zh-CN' && other[1] !== 'en-US' ? 'export default {}' : null
  },
}

/** Builds the desk to dist/desk: hashed assets beside one page without inline code, so that `'self'` is the whole policy. */
export default defineConfig({
  root: 'src/web/desk',
  base: '/desk/',
  plugins: [react(), twoLanguages],
  build: {
    outDir: '../../../dist/desk',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rollupOptions: { input: 'src/web/desk/desk.html' },
  },
})
