import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tempFolder } from '../temp-folder.ts'
import { root } from './app.ts'
import { type AppProcess, watchProcess } from './app-process.ts'

/** Debian's `nobody`; where the tests are not run by root, whoever runs them is ordinary enough. */
const nobody = 65_534
const isRoot = process.getuid?.() === 0
const asNobody = isRoot
  ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--no-new-privs']
  : ['env']

/** Chromium's sandbox is made of user namespaces, which some containers forbid. */
export function canMakeNamespaces(): boolean {
  const [command = '', ...args] = [...asNobody, 'unshare', '--user', '--map-root-user', 'true']
  return spawnSync(command, args).status === 0
}

export interface OrdinaryUser {
  dataDir: string
  /** Starts the built app with nothing that weakens it, on a session bus of this user's own. */
  start(): AppProcess
}

/** A user who has nothing but a home, and the app in a place that everybody may read. */
export function ordinaryUser(dataDir: string): OrdinaryUser {
  const home = tempFolder()
  const appDir = join(home, 'app')
  const electronDir = join(home, 'electron')
  mkdirSync(appDir)
  for (const part of ['package.json', 'out'])
    cpSync(join(root, part), join(appDir, part), { recursive: true })
  linkTree(dirname(process.env.ELECTRON_EXEC_PATH ?? ''), electronDir)
  copyFileSync(process.env.XAUTHORITY ?? '', join(home, 'xauthority'))
  give(home, join(home, 'xauthority'), dirname(dataDir), dataDir, join(dataDir, 'settings.json'))

  const { ELECTRON_DISABLE_SANDBOX: _weak, DBUS_SESSION_BUS_ADDRESS: _bus, ...rest } = process.env
  const env = {
    ...rest,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    XAUTHORITY: join(home, 'xauthority'),
    TMPDIR: home,
  }
  return {
    dataDir,
    start() {
      const app = [join(electronDir, 'electron'), appDir, '--data', dataDir]
      const [command = '', ...args] = [...asNobody, 'dbus-run-session', '--', ...app]
      return watchProcess(spawn(command, args, { env, cwd: home }))
    },
  }
}

/** Hundreds of megabytes: linked where the disk is the same, copied where not. */
function linkTree(from: string, to: string): void {
  execFileSync('sh', ['-c', 'cp -rl "$0" "$1" 2>/dev/null || { rm -rf "$1"; cp -r "$0" "$1"; }', from, to])
}

function give(...paths: string[]): void {
  for (const path of paths) if (isRoot) chownSync(path, nobody, nobody)
  chmodSync(paths[0] ?? '', 0o755)
}
