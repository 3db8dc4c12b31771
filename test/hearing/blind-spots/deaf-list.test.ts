import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openCallBook } from '../../../main/calls/book/call-book.ts'
import { makePrivateFolder } from '../../../main/disk/folder.ts'
import { createBookkeeper } from '../../../main/interpretation/bookkeeper.ts'
import type { DeafMark } from '../../../main/journal/entry.ts'
import { createJournal } from '../../../main/journal/journal.ts'
import { readLastSeq } from '../../../main/journal/last-seq.ts'
import { createLog } from '../../../main/log.ts'
import { tempFolder } from '../../support/temp-folder.ts'

let dir: string
const log = createLog(() => {})

beforeEach(async () => {
  dir = tempFolder()
  await makePrivateFolder(join(dir, 'journal'))
})

/** The call book of a folder, as a start of Ringtray opens it. */
async function open() {
  const journalDir = join(dir, 'journal')
  const callBook = await openCallBook({ dir, readOnly: false, log })
  const nextSeq = Math.max(callBook.saved().nextSeq, (await readLastSeq(journalDir)) + 1)
  const journal = createJournal({ dir: journalDir, nextSeq, log, now: Date.now, onStorage: () => {} })
  const changed: unknown[] = []
  const bookkeeper = createBookkeeper({
    callBook,
    journal,
    journalDir,
    indexDir: join(dir, 'index'),
    settings: () => ({ country: 'IN', queryFields: {} }),
    isDoorBusy: () => false,
    now: Date.now,
    log,
    onChanged: (change) => changed.push(change),
    onBookChanged: () => {},
    onNotUnderstood: () => {},
  })
  await bookkeeper.ready
  return { ...bookkeeper, changed, size: callBook.index.size, close: () => journal.close() }
}

const mark = (hour: number): DeafMark => ({
  kind: 'mark',
  mark: 'deaf',
  from: `2026-11-23T${hour}:00:00.000Z`,
  to: `2026-11-23T${hour}:30:00.000Z`,
  because: 'tunnel-down',
})
const hours = (opened: Awaited<ReturnType<typeof open>>) =>
  opened.deafness().map(({ fromMs }) => new Date(fromMs).getUTCHours())

async function markAndStop(...marked: number[]): Promise<void> {
  const opened = await open()
  for (const hour of marked) await opened.markDeaf(mark(hour))
  expect(opened.changed).toEqual([])
  await opened.stop()
  await opened.close()
}

async function reopened(): Promise<number[]> {
  const opened = await open()
  const found = hours(opened)
  expect(opened.size()).toBe(0)
  await opened.stop()
  await opened.close()
  return found
}

describe('deaf marks', () => {
  it('are journaled, change no call and survive restarts', async () => {
    await markAndStop(10, 12)
    await markAndStop(14)
    expect(await reopened()).toEqual([10, 12, 14])
    expect(await reopened()).toEqual([10, 12, 14])
  })

  it('are there once after a rebuild', async () => {
    await markAndStop(10, 12)
    const opened = await open()
    await opened.rebuild()
    expect(hours(opened)).toEqual([10, 12])
    await opened.stop()
    await opened.close()
    expect(await reopened()).toEqual([10, 12])
  })

  it.each([
    ['the cache is gone', (path: string) => rmSync(path)],
    ['the cache is damaged', (path: string) => writeFileSync(path, 'x')],
  ])('are read from the journal where %s', async (_why, damage) => {
    await markAndStop(10, 12)
    expect(readdirSync(join(dir, 'index'))).toContain('deaf.json')
    damage(join(dir, 'index', 'deaf.json'))
    expect(await reopened()).toEqual([10, 12])
  })

  it('are read from the journal where Ringtray ended before it saved', async () => {
    await markAndStop(10)
    const opened = await open()
    await opened.markDeaf(mark(12))
    await opened.close()
    expect(await reopened()).toEqual([10, 12])
  })

  it('outlive journal files that are gone, a rebuild included', async () => {
    await markAndStop(10)
    for (const name of readdirSync(join(dir, 'journal'))) rmSync(join(dir, 'journal', name))
    const opened = await open()
    await opened.rebuild()
    expect(hours(opened)).toEqual([10])
    await opened.stop()
    await opened.close()
  })
})
