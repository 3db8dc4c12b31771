import type { KeptDelivery } from '../../shared/kept-delivery.ts'
import { SpokenError } from '../errors.ts'
import { judgeDelivery } from '../interpretation/judge-delivery.ts'
import { isDelivery } from '../journal/entry.ts'
import { readJournal } from '../journal/read-journal.ts'
import { openReader, type Reader } from '../reader.ts'
import { formatLocal } from './call-table.ts'
import { formatTable } from './table.ts'
import type { Terminal } from './terminal.ts'

export interface DeliveriesOptions {
  dir: string
  /** One delivery, with its query and body. */
  id: string | null
  format: 'json' | 'table'
}

/** Prints every delivery kept, newest first, and what became of it. */
export async function printDeliveries(
  { dir, id, format }: DeliveriesOptions,
  terminal: Terminal,
): Promise<void> {
  const reader = await openReader(dir, terminal.log)
  if (id !== null) return printOne(reader, id, format, terminal)
  const found: KeptDelivery[] = []
  for await (const entry of readJournal({ dir: reader.journalDir, after: 0, log: terminal.log })) {
    if (isDelivery(entry)) found.push(await judge(entry, reader))
  }
  found.reverse()
  await terminal.print(format === 'json' ? toJson(found) : toTable(found))
}

async function printOne(
  reader: Reader,
  id: string,
  format: 'json' | 'table',
  terminal: Terminal,
): Promise<void> {
  for await (const entry of readJournal({ dir: reader.journalDir, after: 0, log: terminal.log })) {
    if (!isDelivery(entry) || entry.id !== id) continue
    const { query = [], body, bodyBase64 } = entry
    const bytes = bodyBase64 === undefined ? { body: body ?? '' } : { bodyBase64 }
    const whole = { ...(await judge(entry, reader)), query, ...bytes }
    return terminal.print(format === 'json' ? JSON.stringify(whole) : JSON.stringify(whole, null, 2))
  }
  throw new SpokenError(`No delivery ${id} is kept here. \`ringtray deliveries\` lists those that are.`)
}

function judge(entry: Parameters<typeof judgeDelivery>[0], { callBook, settings }: Reader) {
  return judgeDelivery(entry, { callBook, settings: settings.current() })
}

function toJson(deliveries: KeptDelivery[]): string {
  return deliveries.length === 0 ? '[]' : `[${deliveries.map((one) => JSON.stringify(one)).join(',\n')}]`
}

function toTable(deliveries: KeptDelivery[]): string {
  if (deliveries.length === 0) return 'No deliveries.'
  return formatTable(
    ['Received', 'Method', 'Verdict', 'Reason', 'Dialect', 'Call', 'Id'],
    deliveries.map(({ receivedAt, method, verdict, reason, dialect, callId, id }) => [
      formatLocal(receivedAt),
      method,
      verdict,
      reason ?? '',
      dialect ?? '',
      callId ?? '',
      id,
    ]),
  )
}
