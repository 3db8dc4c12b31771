import type { ParseArgsOptionsConfig } from 'node:util'
import { SpokenError } from '../errors.ts'
import { resolveDataDir } from '../settings/data-folder.ts'
import { dialects } from '../simulator/play.ts'
import { storyNames } from '../simulator/stories/stories.ts'
import { readTime } from './read-time.ts'
import { untilStopRequested } from './stop-requested.ts'
import type { Terminal } from './terminal.ts'

export interface Command {
  name: string
  usage: string
  does: string
  options: ParseArgsOptionsConfig
  run(values: Values, terminal: Terminal): Promise<void>
}

type Values = Readonly<Record<string, unknown>>

const data = { type: 'string' } as const
const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/** Each loads its own part of the house, and only when it is run: `calls` needs no HTTP. */
export const commands: Command[] = [
  {
    name: 'serve',
    usage: 'serve [--data DIR] [--port N] [--host H] [--show-token]',
    does: 'receives without a desktop',
    options: { data, port: text, host: text, 'show-token': flag },
    async run(values, { log, print }) {
      // Before anything is loaded: a supervisor may change its mind at once.
      const stopRequested = untilStopRequested()
      const { serve } = await import('../serve.ts')
      await serve({
        dir: readDataDir(values),
        host: readText(values, 'host') ?? '127.0.0.1',
        port: readNumber(values, 'port', { from: 0, to: 65_535, whole: true }),
        showToken: values['show-token'] === true,
        log,
        print: (line) => void print(line),
        stopRequested,
      })
    },
  },
  {
    name: 'calls',
    usage: 'calls [--data DIR] [--query Q] [--since T] [--until T] [--format json|csv|table]',
    does: 'prints calls, newest first',
    options: { data, query: text, since: text, until: text, format: text },
    async run(values, terminal) {
      const { printCalls } = await import('./calls.ts')
      await printCalls(
        {
          dir: readDataDir(values),
          query: readText(values, 'query') ?? '',
          sinceMs: readTime('since', readText(values, 'since'), Date.now()),
          untilMs: readTime('until', readText(values, 'until'), Date.now()),
          format: readChoice(values, 'format', ['json', 'csv', 'table']) ?? 'table',
        },
        terminal,
      )
    },
  },
  {
    name: 'deliveries',
    usage: 'deliveries [--data DIR] [--id ID] [--format json|table]',
    does: 'prints what arrived and what became of it',
    options: { data, id: text, format: text },
    async run(values, terminal) {
      const { printDeliveries } = await import('./deliveries.ts')
      await printDeliveries(
        {
          dir: readDataDir(values),
          id: readText(values, 'id') ?? null,
          format: readChoice(values, 'format', ['json', 'table']) ?? 'table',
        },
        terminal,
      )
    },
  },
  {
    name: 'rebuild',
    usage: 'rebuild [--data DIR]',
    does: 'reads every kept delivery again, as this version understands it',
    options: { data },
    async run(values, terminal) {
      const { runRebuild } = await import('./rebuild.ts')
      await runRebuild(readDataDir(values), terminal)
    },
  },
  {
    name: 'doctor',
    usage: 'doctor [--data DIR] [--format json|table]',
    does: 'looks at folder, door and calls, and says what to do; exit 1 where something fails',
    options: { data, format: text },
    async run(values, terminal) {
      const { printExamination } = await import('./doctor.ts')
      const format = readChoice(values, 'format', ['json', 'table']) ?? 'table'
      await printExamination({ dir: readDataDir(values), format }, terminal)
    },
  },
  {
    name: 'simulate',
    usage:
      "simulate [--data DIR | --url U --header 'name: value'] [--scenario NAME] [--dialect D] [--speed X] [--disordered] [--repeats N]",
    does: `plays a call through the door; scenarios ${storyNames.join(', ')}; dialects ${dialects.join(', ')}`,
    options: {
      data,
      url: text,
      header: { type: 'string', multiple: true },
      scenario: text,
      dialect: text,
      speed: text,
      disordered: flag,
      repeats: text,
    },
    async run(values, terminal) {
      const { printSimulation } = await import('./simulate.ts')
      await printSimulation(
        {
          target: readTarget(values),
          story: readChoice(values, 'scenario', storyNames) ?? 'answered',
          dialect: readChoice(values, 'dialect', dialects) ?? 'v1-form',
          speed: readNumber(values, 'speed', { from: 0, to: 1_000_000, whole: false }) ?? 1,
          order: values.disordered === true ? 'disordered' : 'real',
          repeats: readNumber(values, 'repeats', { from: 0, to: 26, whole: true }) ?? 0,
        },
        terminal,
      )
    },
  },
]

export function usage(): string {
  const lines = commands.map((command) => `  ringtray ${command.usage}\n      ${command.does}`)
  return `Usage:\n${lines.join('\n')}\n\nWithout --data: the desktop app's folder. Data on stdout, words on stderr.`
}

function readDataDir(values: Values): string {
  // What an unset shell variable leaves: surely not the folder one happens to stand in.
  if (values.data === '') throw misuse('--data is empty. Name a folder, or leave --data away.')
  return resolveDataDir(readText(values, 'data'))
}

function readText(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

function readChoice<T extends string>(values: Values, name: string, choices: readonly T[]): T | undefined {
  const value = readText(values, name)
  if (value === undefined) return undefined
  const choice = choices.find((candidate) => candidate === value)
  if (choice === undefined) throw misuse(`--${name} ${value} is unknown. It is one of ${choices.join(', ')}.`)
  return choice
}

function readNumber(
  values: Values,
  name: string,
  { from, to, whole }: { from: number; to: number; whole: boolean },
) {
  const value = readText(values, name)
  if (value === undefined) return undefined
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (!(number >= from && number <= to) || (whole && !Number.isInteger(number))) {
    throw misuse(
      `--${name} ${value} is not valid. It is a ${whole ? 'whole ' : ''}number from ${from} to ${to}.`,
    )
  }
  return number
}

function readTarget(values: Values) {
  const url = readText(values, 'url')
  if (url === undefined) return { dir: readDataDir(values) }
  if (values.data !== undefined) throw misuse('--data and --url both name a door. Give one of them.')
  const headers = ((values.header as string[] | undefined) ?? []).map((line): [string, string] => {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) throw misuse("--header wants 'name: value'.")
    return [name.trim(), value]
  })
  return { url, headers }
}

function misuse(message: string): SpokenError {
  return new SpokenError(message, { exitCode: 2 })
}
