import { resolveDataDir } from '../settings/data-folder.ts'

/** `--data DIR` among whatever Chromium and the desktop add to a command line. */
export function readCommandLine(argv: string[], isPackaged: boolean): { dataDir: string } {
  // Started as `electron <app folder> …` or as the app itself.
  const args = argv.slice(isPackaged ? 1 : 2)
  const joined = args.find((arg) => arg.startsWith('--data='))?.slice('--data='.length)
  const at = args.indexOf('--data')
  const separate = at === -1 ? undefined : args[at + 1]
  return { dataDir: resolveDataDir(joined || separate || undefined) }
}
