import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname
const rendererDir = path.join(root, 'renderer')

/** Every folder of renderer/ with an index.html is a window. */
const windows = Object.fromEntries(
  (existsSync(rendererDir) ? readdirSync(rendererDir) : [])
    .map((name) => [name, path.join(rendererDir, name, 'index.html')] as const)
    .filter(([, file]) => existsSync(file)),
)

/** While developing, Vite's styles and React's refresh are inline; the pages' own strict policy is for what ships. */
const developmentPolicy: Plugin = {
  name: 'ringtray:development-policy',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta[^>]+http-equiv="Content-Security-Policy"[^>]*>/i, ''),
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // One file with everything it needs: the packaged app carries no node_modules.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: path.join(root, 'main/index.ts') },
        // Koa's dependency `depd` makes functions by eval; nothing outside reaches it.
        checks: { eval: false },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload must be CommonJS.
      rolldownOptions: {
        input: { preload: path.join(root, 'main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: rendererDir,
    plugins: [react(), developmentPolicy],
    build: {
      outDir: 'out/renderer',
      // Its helper would be an inline script, which the pages' policy forbids.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: windows },
    },
  },
})
