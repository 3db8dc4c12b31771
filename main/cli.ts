#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { commands, usage } from './commands/commands.ts'
import { createTerminal } from './commands/terminal.ts'
import { describeError, errorCode, SpokenError } from './errors.ts'
import { createLog } from './log.ts'

const log = createLog((line) => process.stderr.write(line))
const terminal = createTerminal(process.stdout, process.stderr, log)

/** 0 done, 1 failed, 2 misused. Data on stdout, words on stderr. */
async function main([name, ...args]: string[]): Promise<0 | 1 | 2> {
  if (name === 'help' || name === '--help' || name === '-h') {
    await terminal.print(usage())
    return 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) {
    terminal.say(name === undefined ? usage() : `There is no command “${name}”.\n\n${usage()}`)
    return 2
  }
  try {
    const { values } = parseArgs({ args, options: command.options, strict: true, allowPositionals: false })
    await command.run(values, terminal)
    return 0
  } catch (error) {
    // The reader of a pipe has seen enough (`| head`).
    if (errorCode(error) === 'EPIPE') return 0
    const isMisuse = errorCode(error)?.startsWith('ERR_PARSE_ARGS') ?? false
    terminal.say(`ringtray ${command.name}: ${describeError(error)}`)
    if (isMisuse) terminal.say(`\nUsage: ringtray ${command.usage}`)
    if (error instanceof SpokenError) return error.exitCode
    return isMisuse ? 2 : 1
  }
}

// A pipe that is closed early reports through the write that failed, or here.
process.stdout.on('error', () => {})
// A supervisor that reads no words any more is no reason to stop receiving.
process.stderr.on('error', () => {})
process.exitCode = await main(process.argv.slice(2))
