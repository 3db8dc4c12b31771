import { stat } from 'node:fs/promises'
import type { Instant } from '../../../shared/call.ts'
import type { Settings } from '../../../shared/settings.ts'
import { errorCode } from '../../errors.ts'
import type { NotUnderstood } from '../../interpretation/not-understood.ts'
import { readEntry } from '../../interpretation/read-entry.ts'
import { isDelivery, type JournalEntry } from '../../journal/entry.ts'
import { type JournalFile, listJournalFiles } from '../../journal/journal-files.ts'
import { readFileEntries } from '../../journal/read-journal.ts'
import { captureLog } from '../capture.ts'
import { type Finding, fail, ok, warn } from '../finding.ts'

/** What the kept deliveries show beside the calls that they gave. */
export interface Evidence {
  deliveries: number
  /** Of the newest real one. */
  heardAt: Instant | null
  /** Newest first. */
  notUnderstood: Pick<NotUnderstood, 'receivedAt' | 'reason'>[]
}

const megabyte = 1024 * 1024
const largeAbove = 2 * 1024 * megabyte

/** Reads every line: whether all of them are whole, and what they hold. */
export async function examineJournal(
  journalDir: string,
  settings: Pick<Settings, 'country' | 'queryFields'>,
): Promise<{ findings: Finding[]; evidence: Evidence }> {
  const evidence: Evidence = { deliveries: 0, heardAt: null, notUnderstood: [] }
  const files = await listFiles(journalDir)
  if (files === null) {
    return {
      findings: [warn('journal', 'There is no journal yet: Ringtray was never started on this folder.')],
      evidence,
    }
  }
  const damaged: string[] = []
  let bytes = 0
  for (const file of files) {
    const { log, warned } = captureLog()
    bytes += (await stat(file.path)).size
    for await (const entry of readFileEntries(file, log)) note(entry, evidence, settings)
    if (warned('journal.damaged')) damaged.push(file.path)
  }
  evidence.notUnderstood.reverse()
  return { findings: [describe({ files, damaged, bytes }, evidence)], evidence }
}

async function listFiles(journalDir: string): Promise<JournalFile[] | null> {
  try {
    return await listJournalFiles(journalDir)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function note(
  entry: JournalEntry,
  evidence: Evidence,
  settings: Pick<Settings, 'country' | 'queryFields'>,
): void {
  if (!isDelivery(entry) || entry.pretend) return
  evidence.deliveries++
  evidence.heardAt = entry.receivedAt
  const { reading } = readEntry(entry, settings)
  if ('reason' in reading) {
    evidence.notUnderstood.push({ receivedAt: entry.receivedAt, reason: reading.reason })
  }
}

function describe(
  { files, damaged, bytes }: { files: JournalFile[]; damaged: string[]; bytes: number },
  { deliveries, notUnderstood }: Evidence,
): Finding {
  const size = `${Math.ceil(bytes / megabyte).toLocaleString('en')} MB`
  if (damaged.length > 0) {
    return fail(
      'journal',
      `Lines in ${damaged.join(', ')} are damaged and were passed over; all others are read. Calls that are missing stand in MyOperator’s own log. Have the disk checked: it changed what was written.`,
    )
  }
  if (bytes > largeAbove) {
    return warn('journal', `The journal holds ${size}. It shrinks as its evidence expires, after 30 days.`)
  }
  const strange =
    notUnderstood.length === 0
      ? ''
      : `, ${notUnderstood.length} of them not understood (\`ringtray deliveries\` lists them)`
  return ok(
    'journal',
    `${deliveries} deliveries in ${files.length} files, ${size}${strange}; every line is whole.`,
  )
}
