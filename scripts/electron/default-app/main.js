// Runs inside Electron: loads the app whose folder stands on the command line, as Electron's own default app does.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

// Before anything is loaded: Playwright's loader, which comes as `-r <module>`, edits process.argv.
const args = process.argv.slice(1)
const preloads = []
let folder = null
while (args.length > 0 && folder === null) {
  const arg = args.shift()
  if (arg === '-r' || arg === '--require') preloads.push(args.shift())
  else if (!arg.startsWith('-')) folder = path.resolve(arg)
}

try {
  if (folder === null) throw new Error('Which app? Usage: electron <folder>')
  Object.defineProperty(process, 'defaultApp', { value: true, configurable: false, enumerable: true })
  const require = createRequire(path.join(folder, 'package.json'))
  for (const module of preloads) require(module)

  const { name, productName, version, main } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  )
  app.setAppPath(folder)
  app.name = productName ?? name
  app.setVersion?.(version)
  // Awaited at top level, so that `ready` waits until the app has had its say.
  await import(pathToFileURL(path.resolve(folder, main)).href)
} catch (error) {
  // A main module that throws would otherwise leave a process without windows that never ends.
  console.error(error)
  app.exit(1)
}
