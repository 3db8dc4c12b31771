import type { ArrivedDelivery } from '../../shared/kept-delivery.ts'
import { judgeDelivery } from '../interpretation/judge-delivery.ts'
import { toDelivery } from '../journal/delivery-entry.ts'
import { type DeliveryEntry, isDelivery } from '../journal/entry.ts'
import { readEntries } from '../journal/read-entries.ts'
import type { Log } from '../log.ts'
import { readContent } from '../myoperator/delivery.ts'
import type { Receiver } from '../receiver.ts'

export interface ArrivedOptions {
  receiver: Pick<Receiver, 'callBook' | 'settings' | 'journalDir' | 'notUnderstood'>
  log: Log
}

/** What arrived about a call, oldest first. Evidence expires: it may be less than the call's facts. */
export async function readArrived(callId: string, options: ArrivedOptions): Promise<ArrivedDelivery[]> {
  const record = await options.receiver.callBook.record(callId)
  return readBySeq(record?.facts.map(({ seq }) => seq) ?? [], options)
}

const mostShown = 100

/** Deliveries that gave no call, newest first. */
export async function readNotUnderstood(options: ArrivedOptions): Promise<ArrivedDelivery[]> {
  const newest = options.receiver.notUnderstood().slice(0, mostShown)
  const arrived = await readBySeq(
    newest.map(({ seq }) => seq),
    options,
  )
  return arrived.reverse()
}

/** One that gave no call, by its id; null where it is not kept any more. */
export async function findNotUnderstood(
  deliveryId: string,
  options: ArrivedOptions,
): Promise<ArrivedDelivery | null> {
  const known = options.receiver.notUnderstood().find((item) => item.deliveryId === deliveryId)
  return known === undefined ? null : ((await readBySeq([known.seq], options))[0] ?? null)
}

async function readBySeq(seqs: number[], { receiver, log }: ArrivedOptions): Promise<ArrivedDelivery[]> {
  const { callBook, settings, journalDir } = receiver
  const entries = await readEntries({ dir: journalDir, seqs, log })
  const judge = async (entry: DeliveryEntry & { seq: number }): Promise<ArrivedDelivery> => ({
    ...(await judgeDelivery(entry, { callBook, settings: settings.current() })),
    query: entry.query ?? [],
    body: readableBody(entry),
  })
  return Promise.all(entries.filter(isDelivery).map(judge))
}

/** The object that was found in the bytes, indented; else the bytes as text. */
function readableBody(entry: DeliveryEntry & { seq: number }): string {
  const delivery = toDelivery(entry)
  const content = readContent(delivery)
  return content.form === 'object' ? JSON.stringify(content.object, null, 2) : delivery.body.toString('utf8')
}
