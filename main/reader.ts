import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type CallBook, openCallBook } from './calls/book/call-book.ts'
import { errorCode, SpokenError } from './errors.ts'
import { createEntryTaker } from './interpretation/entry-taker.ts'
import { readJournal } from './journal/read-journal.ts'
import type { Log } from './log.ts'
import { openSettings, type SettingsFile } from './settings/settings-file.ts'

/** A data folder as it is now, for commands that only look. Writes nothing, also beside a running writer. */
export interface Reader {
  callBook: CallBook
  settings: SettingsFile
  journalDir: string
}

const attempts = 5
const pauseMs = 50

/** A mistyped folder is said to be one, not made. */
export async function requireData(dir: string): Promise<void> {
  try {
    await access(join(dir, 'journal'))
  } catch (error) {
    throw new SpokenError(
      `There is no Ringtray data in ${dir}. Check --data, or start Ringtray on that folder first.`,
      { cause: error },
    )
  }
}

export async function openReader(dir: string, log: Log): Promise<Reader> {
  await requireData(dir)
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(dir, log)
    } catch (error) {
      // The writer replaced or expired a file while we read: what we have belongs to two moments.
      if (errorCode(error) !== 'ENOENT' || attempt === attempts) throw error
      await wait(pauseMs)
    }
  }
}

/** `book.json` first, then pages, then the journal: whatever is saved meanwhile is folded in twice, not lost. */
async function readOnce(dir: string, log: Log): Promise<Reader> {
  const journalDir = join(dir, 'journal')
  const settings = await openSettings({ dir, readOnly: true, log })
  const callBook = await openCallBook({ dir, readOnly: true, log })
  await callBook.load()
  const taker = createEntryTaker({
    callBook,
    settings: settings.current,
    onNotUnderstood: () => {},
    onDeaf: () => {},
    now: Date.now,
    log,
  })
  const after = callBook.saved().rebuilding ? 0 : callBook.takenUpTo()
  for await (const entry of readJournal({ dir: journalDir, after, log })) {
    await taker.take(entry)
  }
  return { callBook, settings, journalDir }
}
