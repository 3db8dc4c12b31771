import type { Call } from '../../shared/call.ts'
import { searchTest } from '../calls/index/search.ts'
import { openReader } from '../reader.ts'
import { formatCsvHead, formatCsvRow } from './call-csv.ts'
import { formatCallTable } from './call-table.ts'
import type { Terminal } from './terminal.ts'

export type CallsFormat = 'json' | 'csv' | 'table'

export interface CallsOptions {
  dir: string
  query: string
  /** Calls that began at or after, and before, in epoch ms. */
  sinceMs: number | null
  untilMs: number | null
  format: CallsFormat
}

/** Prints calls, newest first. Pretend calls never. */
export async function printCalls({ format, ...options }: CallsOptions, terminal: Terminal): Promise<void> {
  const found = findCalls(options, terminal)
  switch (format) {
    case 'json':
      return printJson(found, terminal)
    case 'csv':
      await terminal.print(formatCsvHead())
      for await (const call of found) await terminal.print(formatCsvRow(call))
      return
    case 'table': {
      const calls: Call[] = []
      for await (const call of found) calls.push(call)
      await terminal.print(formatCallTable(calls))
    }
  }
}

async function* findCalls(options: Omit<CallsOptions, 'format'>, { log }: Terminal): AsyncGenerator<Call> {
  const { dir, query, sinceMs, untilMs } = options
  const { callBook } = await openReader(dir, log)
  const matchesQuery = searchTest(query) ?? (() => true)
  const rows = callBook.index.startedBetween(
    sinceMs ?? Number.NEGATIVE_INFINITY,
    (untilMs ?? Number.POSITIVE_INFINITY) - 1,
  )
  for (const row of rows) {
    if (row.pretend || !matchesQuery(row)) continue
    const call = await callBook.call(row)
    if (call !== null) yield call
  }
}

/** An array of one call per line, printed as it is found: a million calls need no memory. */
async function printJson(calls: AsyncIterable<Call>, terminal: Terminal): Promise<void> {
  let separator = '['
  for await (const call of calls) {
    await terminal.print(`${separator}${JSON.stringify(call)}`, { newline: false })
    separator = ',\n'
  }
  await terminal.print(separator === '[' ? '[]' : ']')
}
