import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const runFile = promisify(execFile)

/** Waits for the system's message box, which has this title whatever it says, and answers it as a person does. */
export async function dismissErrorBox(): Promise<void> {
  await runFile('xdotool', [
    'search',
    '--sync',
    '--onlyvisible',
    '--name',
    '^Error$',
    'windowfocus',
    '--sync',
  ])
  await runFile('xdotool', ['key', 'Return'])
}
