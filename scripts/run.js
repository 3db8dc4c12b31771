// The first file of every npm script: plain JavaScript, because the machine's own Node (20 or newer) may have to run it.
// The rest of the scripts is TypeScript for the pinned Node; this file makes sure that one is there and hands over.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const packageDir = path.join(root, 'node_modules', 'node')
const nodePath = path.join(packageDir, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const [script, ...args] = process.argv.slice(2)

if (!existsSync(path.join(packageDir, 'package.json')))
  refuse('The dependencies are not installed.', 'npm ci')
const pinned = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8')).version

if (process.version === `v${pinned}`) {
  process.argv = [process.execPath, path.resolve(root, script), ...args]
  await import(pathToFileURL(path.resolve(root, script)).href)
} else {
  if (!runs(nodePath)) fetchPinnedNode()
  handOver()
}

function runs(file) {
  return existsSync(file) && spawnSync(file, ['--version']).stdout?.toString().trim() === `v${pinned}`
}

/** Install scripts may have been disabled when `npm ci` ran; the package's own script is what they would have run. */
function fetchPinnedNode() {
  console.error(`Fetching Node ${pinned}, on which Ringtray is built and tested …`)
  const { stderr } = spawnSync(process.execPath, ['installArchSpecificPackage'], {
    cwd: packageDir,
    encoding: 'utf8',
  })
  if (!runs(nodePath)) {
    refuse(
      `Ringtray needs Node ${pinned} beside the one that is installed (${process.version}), and it could not be fetched.\n${stderr.split('\n').slice(0, 4).join('\n')}`,
      '(cd node_modules/node && node installArchSpecificPackage)',
    )
  }
}

function handOver() {
  const binDir = path.join(root, 'node_modules', '.bin')
  const env = {
    ...process.env,
    PATH: `${path.dirname(nodePath)}${path.delimiter}${binDir}${path.delimiter}${process.env.PATH}`,
  }
  const child = spawn(nodePath, [path.resolve(root, script), ...args], { stdio: 'inherit', env })
  // A terminal tells the whole group itself; the script drops what comes twice.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('close', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

function refuse(reason, command) {
  console.error(`${reason}\nPlease run:\n\n  ${command}\n`)
  process.exit(1)
}
