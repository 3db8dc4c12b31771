import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openCallBook } from '../../main/calls/book/call-book.ts'
import { createBookkeeper } from '../../main/interpretation/bookkeeper.ts'
import { toDeliveryEntry } from '../../main/journal/delivery-entry.ts'
import { createJournal } from '../../main/journal/journal.ts'
import { createLog } from '../../main/log.ts'
import { readContent } from '../../main/myoperator/delivery.ts'
import { form, inCallLog } from '../support/provider.ts'
import { tempFolder } from '../support/temp-folder.ts'

it('saves at the end what was asked for before it, though the disk had not answered yet', async () => {
  const dir = tempFolder()
  const journalDir = join(dir, 'journal')
  await mkdir(journalDir)
  const log = createLog(() => {})
  const now = Date.now
  const callBook = await openCallBook({ dir, readOnly: false, log })
  const journal = createJournal({ dir: journalDir, nextSeq: 1, log, now, onStorage() {} })
  const taken = Promise.withResolvers<void>()
  const bookkeeper = createBookkeeper({
    callBook,
    journal,
    journalDir,
    indexDir: join(dir, 'index'),
    settings: () => ({ country: 'IN', queryFields: {} }),
    isDoorBusy: () => false,
    now,
    log,
    onChanged: () => taken.resolve(),
    onBookChanged() {},
    onNotUnderstood() {},
  })
  const arrived = {
    method: 'POST' as const,
    query: [],
    body: Buffer.from(form(inCallLog({ uid: 'n1.1.1' }))),
  }
  const content = readContent(arrived)
  const entry = toDeliveryEntry(
    { id: 'one', receivedAt: new Date().toISOString(), pretend: false, ...arrived },
    null,
  )
  bookkeeper.push({ seq: await journal.append(entry), ...entry }, content)
  await taken.promise

  const noted = bookkeeper.edit('n1.1.1', { field: 'note', value: 'refund' })
  await bookkeeper.stop()

  expect(await noted).toMatchObject({ note: 'refund' })
  expect(JSON.parse(await readFile(join(dir, 'book.json'), 'utf8'))).toMatchObject({
    contains: 2,
    nextSeq: 3,
  })
  await journal.close()
})
