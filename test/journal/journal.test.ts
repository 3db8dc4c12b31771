import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeliveryEntry, JournalEntry } from '../../main/journal/entry.ts'
import { createJournal } from '../../main/journal/journal.ts'
import { readLastSeq } from '../../main/journal/last-seq.ts'
import { readJournal } from '../../main/journal/read-journal.ts'
import { createLog } from '../../main/log.ts'
import { dayMs } from '../../shared/time.ts'

let dir: string
let nowMs: number
let said: string[]
const log = createLog((line) => said.push(line))

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ringtray-journal-'))
  nowMs = Date.parse('2026-11-23T10:00:00Z')
  said = []
})

afterEach(() => rm(dir, { recursive: true }))

function delivery(body: string): DeliveryEntry {
  return {
    kind: 'delivery',
    id: `id of ${body.slice(0, 9)}`,
    receivedAt: '2026-11-23T10:00:00.000Z',
    method: 'POST',
    body,
  }
}

function open(nextSeq = 1) {
  const problems: unknown[] = []
  const journal = createJournal({
    dir,
    nextSeq,
    log,
    now: () => nowMs,
    onStorage: (problem) => problems.push(problem),
  })
  return { ...journal, problems }
}

async function read(after = 0): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = []
  for await (const entry of readJournal({ dir, after, log })) entries.push(entry)
  return entries
}

const seqs = (entries: JournalEntry[]) => entries.map((entry) => entry.seq)

describe('the journal', () => {
  it('reads back what it acknowledged, in order, each number once', async () => {
    const journal = open()
    const bodies = ['plain', 'two\nlines', 'सुनीता 🎉', '"quotes" \\ and \u0000']
    expect(await Promise.all(bodies.map((body) => journal.append(delivery(body))))).toEqual([1, 2, 3, 4])
    await journal.close()
    expect(await read()).toEqual(bodies.map((body, at) => ({ seq: at + 1, ...delivery(body) })))
  })

  it('keeps entries on disk before it acknowledges them', async () => {
    const journal = open()
    await journal.append(delivery('first'))
    expect(seqs(await read())).toEqual([1])
    await journal.close()
  })

  it('begins a file of its own at every start, named after its first number', async () => {
    const first = open()
    await first.append(delivery('a'))
    await first.close()
    const second = open(2)
    await second.append(delivery('b'))
    await second.close()
    expect((await readdir(dir)).sort()).toEqual(['000000000000001.log', '000000000000002.log'])
    expect(seqs(await read())).toEqual([1, 2])
  })

  it('begins a new file after a day and after 16 MB', async () => {
    const journal = open()
    await journal.append(delivery('monday'))
    nowMs += dayMs
    await journal.append(delivery('tuesday'))
    const large = 'x'.repeat(1 << 20)
    for (let count = 0; count < 17; count++) await journal.append(delivery(large))
    await journal.close()
    expect((await readdir(dir)).sort()).toEqual([
      '000000000000001.log',
      '000000000000002.log',
      '000000000000019.log',
    ])
    expect(said).toEqual([])
    expect(seqs(await read())).toHaveLength(19)
  })

  it('rejects while it cannot write, says so, and goes on by itself once it can', async () => {
    const journal = open()
    await rm(dir, { recursive: true })
    await expect(journal.append(delivery('lost'))).rejects.toThrow('ENOENT')
    expect(journal.problems).toHaveLength(1)
    await mkdir(dir)
    const seq = await journal.append(delivery('kept'))
    expect(journal.problems).toEqual([expect.any(Error), null])
    await journal.close()
    expect(await read()).toEqual([{ seq, ...delivery('kept') }])
  })

  it('reads only what comes after a number, and no file that ends before it', async () => {
    for (const start of [1, 3, 5]) {
      const journal = open(start)
      await journal.append(delivery('a'))
      await journal.append(delivery('b'))
      await journal.close()
    }
    await writeFile(join(dir, '000000000000001.log'), 'unreadable\n')
    expect(seqs(await read(3))).toEqual([4, 5, 6])
    expect(said).toEqual([])
  })

  it('takes each number once where a second file took over a failed batch', async () => {
    const journal = open()
    await journal.append(delivery('a'))
    await journal.append(delivery('b'))
    await journal.close()
    const lines = await readFile(join(dir, '000000000000001.log'), 'utf8')
    await writeFile(join(dir, '000000000000002.log'), lines.slice(lines.indexOf('\n') + 1))
    expect(seqs(await read())).toEqual([1, 2])
  })

  it('ignores an unfinished last line without a word', async () => {
    const journal = open()
    await journal.append(delivery('whole'))
    await journal.close()
    await appendFile(join(dir, '000000000000001.log'), '0123abcd {"seq":2,"kind":"deli')
    expect(seqs(await read())).toEqual([1])
    expect(said).toEqual([])
    expect(await readLastSeq(dir)).toBe(1)
  })

  it('passes over a line that fails its checksum, and says where', async () => {
    const journal = open()
    for (const body of ['a', 'b', 'c']) await journal.append(delivery(body))
    await journal.close()
    const path = join(dir, '000000000000001.log')
    await writeFile(path, (await readFile(path, 'utf8')).replace('"body":"b"', '"body":"B"'))
    expect(seqs(await read())).toEqual([1, 3])
    expect(said.join()).toContain('journal.damaged')
  })

  it('finds its last number at the end of the newest readable file', async () => {
    expect(await readLastSeq(dir)).toBe(0)
    const journal = open(7)
    await journal.append(delivery('x'.repeat(3 << 20)))
    await journal.append(delivery('last'))
    await journal.close()
    expect(await readLastSeq(dir)).toBe(8)
    await writeFile(join(dir, '000000000000009.log'), 'torn')
    expect(await readLastSeq(dir)).toBe(8)
  })
})
