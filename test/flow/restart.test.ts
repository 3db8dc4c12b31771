import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatEntry, type JournalEntry } from '../../main/journal/entry.ts'
import { createJournal } from '../../main/journal/journal.ts'
import { readLastSeq } from '../../main/journal/last-seq.ts'
import { readJournal } from '../../main/journal/read-journal.ts'
import type { Log } from '../../main/log.ts'
import type { Call } from '../../shared/call.ts'
import { seededRandom } from '../simulator/seeded-random.ts'
import { byteOrderMark, damages } from '../support/damages.ts'
import { callsIn, silentLog } from '../support/printed.ts'
import { run, startProgram } from '../support/program.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { openHere } from '../support/receiver.ts'
import { startServe } from '../support/serve.ts'
import { folderWith } from '../support/settings.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A stopped folder of three pages; every test works on a copy. */
let stopped: string
/** The same calls in a folder whose writer was killed: all in the journal, nothing on a page. */
let killed: string
let calls: Call[]

const uidOf = (index: number) => `n1.${1_596_270_949 + index}.7`

beforeAll(async () => {
  const dir = folderWith()
  const serve = await startServe({ dir })
  for (let index = 0; index < 250; index++) {
    expect(await deliver(serve.url, form(inCallLog({ uid: uidOf(index) })))).toBe(204)
  }
  // What has neither uid nor time is told apart by our own sequence alone.
  for (const number of ['9711636491', '9711636492']) {
    expect(await deliver(`${serve.url}?caller_number=${number}`, '')).toBe(204)
  }
  killed = join(tempFolder(), 'killed')
  await serve.kill()
  cpSync(dir, killed, { recursive: true })
  const again = await startServe({ dir })
  await again.stop()
  stopped = dir
  calls = await callsIn(stopped)
  expect(calls).toHaveLength(252)
}, 60_000)

function copyOf(dir: string): string {
  const copy = join(tempFolder(), 'data')
  cpSync(dir, copy, { recursive: true })
  return copy
}

describe('a start', () => {
  it('gives the same calls, once each, as often as it is stopped and started', async () => {
    const dir = copyOf(stopped)
    for (let times = 0; times < 2; times++) {
      const serve = await startServe({ dir })
      expect(await callsIn(dir)).toEqual(calls)
      expect((await serve.stop()).code).toBe(0)
      expect(await callsIn(dir)).toEqual(calls)
    }
  })

  it('gives the same calls after a kill, when nothing had been saved yet', async () => {
    const dir = copyOf(killed)
    expect(await callsIn(dir)).toEqual(calls)
    const serve = await startServe({ dir })
    await serve.until(({ stderr }) => stderr.includes('book.ready'))
    await serve.kill()
    expect(await callsIn(dir)).toEqual(calls)
    const again = await startServe({ dir })
    expect((await again.stop()).code).toBe(0)
    expect(await callsIn(dir)).toEqual(calls)
  })

  it('takes a repeat from before it for a repeat', async () => {
    const dir = copyOf(stopped)
    const serve = await startServe({ dir })
    expect(await deliver(serve.url, form(inCallLog({ uid: uidOf(3) })))).toBe(204)
    expect(await callsIn(dir)).toEqual(calls)
    await serve.stop()
    expect(await callsIn(dir)).toEqual(calls)
  })

  it.each(['index', 'book.json', 'index/000001.json', 'lock'])('does without %s', async (name) => {
    const dir = copyOf(stopped)
    rmSync(join(dir, name), { recursive: true })
    expect(await callsIn(dir)).toEqual(calls)
    const { receiver } = await openHere(dir)
    await receiver.stop()
    expect(await callsIn(dir)).toEqual(calls)
  })

  it('makes everything anew from the journal', async () => {
    const dir = copyOf(stopped)
    for (const name of ['index', 'pages', 'book.json']) rmSync(join(dir, name), { recursive: true })
    const { receiver } = await openHere(dir)
    await receiver.stop()
    expect(await callsIn(dir)).toEqual(calls)
  })

  it('does without book.json when only the pages know some of the calls', async () => {
    const dir = copyOf(stopped)
    // As after the expiry of a closed journal file.
    for (const name of readdirSync(join(dir, 'journal'))) rmSync(join(dir, 'journal', name))
    rmSync(join(dir, 'book.json'))
    const { receiver } = await openHere(dir)
    await receiver.stop()
    expect(await callsIn(dir)).toEqual(calls)
  })
})

describe.each(['settings.json', 'book.json', 'pages/000001.json', 'pages/000003.json'])(
  'a damaged %s',
  (name) => {
    it.each(damagesOf(name))('is kept under a new name and told of: %s', async (_, damage) => {
      const { path, damaged, said } = await startDamaged(name, damage)
      expect(said).toContain(name.split('/').at(-1))
      expect(filesLike(path, damaged)).not.toEqual([])
    })

    it('costs no call that the journal still has', async () => {
      const { dir } = await startDamaged(name, () => Buffer.alloc(0))
      expect(await callsIn(dir)).toEqual(calls)
    })
  },
)

describe('a damaged index', () => {
  const name = 'index/000001.json'

  it.each(damagesOf(name))('is told of and costs no call: %s', async (_, damage) => {
    const { dir, said } = await startDamaged(name, damage)
    expect(await callsIn(dir)).toEqual(calls)
    expect(said).toContain('000001.json')
  })

  it('is kept under a new name, as every file that we read', async () => {
    const { dir, path, damaged } = await startDamaged(name, () => Buffer.from('[]'))
    const serve = await startServe({ dir })
    await deliver(serve.url, form(inCallLog({ uid: uidOf(0), call_state: '2' })))
    await serve.stop()
    expect(filesLike(path, damaged)).not.toEqual([])
  })

  it('with a letter changed does not make two calls of one', async () => {
    const dir = copyOf(stopped)
    const path = join(dir, name)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replaceAll(`"${uidOf(5)}"`, `"${uidOf(5).replace('n1', 'm1')}"`))
    const serve = await startServe({ dir })
    const end = inCallLog({ uid: uidOf(5), call_state: '2', created: '2020-08-01 08:36:56' })
    expect(await deliver(serve.url, form(end))).toBe(204)
    await serve.stop()
    const after = await callsIn(dir)
    expect(after).toHaveLength(calls.length)
    expect(after.find(({ id }) => id === uidOf(5))?.events).toHaveLength(2)
  })
})

function damagesOf(name: string) {
  const withMark = { 'with a byte order mark': (content: Buffer) => Buffer.concat([byteOrderMark, content]) }
  return Object.entries(name === 'settings.json' ? damages : { ...damages, ...withMark })
}

/** Damages a file of a copy, starts on it, and looks at every call as a history window would. */
async function startDamaged(name: string, damage: (content: Buffer) => Buffer) {
  const dir = copyOf(stopped)
  const path = join(dir, name)
  const damaged = damage(readFileSync(path))
  writeFileSync(path, damaged)
  const { receiver, said } = await openHere(dir)
  for (const row of receiver.callBook.index.newest(0, 1_000)) await receiver.callBook.call(row)
  await receiver.stop()
  return { dir, path, damaged, said: said() }
}

describe('a damaged file', () => {
  it.each(['settings.json', 'book.json', 'pages/000002.json', 'index/000001.json'])(
    'is told of on stderr, and the door opens all the same: %s',
    async (name) => {
      const dir = copyOf(stopped)
      writeFileSync(join(dir, name), '{"version":1,')
      const serve = await startServe({ dir, args: ['--show-token'] })
      const { header } = JSON.parse(serve.readyLine)
      const log = inCallLog({ uid: 'n1.1596270900.1' })
      expect(await deliver(serve.url, form(log), { [header.name]: header.value })).toBe(204)
      expect(await serve.stop()).toEqual({ code: 0, signal: null })
      expect(serve.stderr()).toContain(name.split('/').at(-1))
      expect(serve.stdout()).toBe(`${serve.readyLine}\n`)
      expect(await callsIn(dir)).toContainEqual(expect.objectContaining({ id: 'n1.1596270900.1' }))
    },
  )

  it('is left where it is by a command that only looks', async () => {
    const dir = copyOf(stopped)
    writeFileSync(join(dir, 'book.json'), 'null')
    const before = readdirSync(dir)
    const { code, stdout } = await run('calls', '--data', dir, '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual(calls)
    expect(readdirSync(dir)).toEqual(before)
    expect(readFileSync(join(dir, 'book.json'), 'utf8')).toBe('null')
  })

  it('of settings with a byte order mark is no damage: an editor put it there', async () => {
    const dir = copyOf(stopped)
    const path = join(dir, 'settings.json')
    writeFileSync(path, Buffer.concat([byteOrderMark, readFileSync(path)]))
    const serve = await startServe({ dir })
    expect(await deliver(serve.url, form(inCallLog({ uid: uidOf(1) })))).toBe(204)
    await serve.stop()
    expect(await callsIn(dir)).toEqual(calls)
  })

  it('that is a page swallows nothing of what arrives for its calls', async () => {
    const dir = copyOf(stopped)
    const path = join(dir, 'pages/000001.json')
    const page = readFileSync(path)
    // One bit in the middle of the page; its head, which a start compares, is whole.
    page.writeUInt8(page.readUInt8(page.length >> 1) ^ 1, page.length >> 1)
    writeFileSync(path, page)
    const serve = await startServe({ dir })
    const end = inCallLog({ uid: uidOf(2), call_state: '2', created: '2020-08-01 08:36:56' })
    expect(await deliver(serve.url, form(end))).toBe(204)
    await serve.stop()
    const call = (await callsIn(dir)).find(({ id }) => id === uidOf(2))
    expect(call).toMatchObject({ phase: 'ended', outcome: 'no-answer' })
  })
})

describe('a file from a newer version', () => {
  it.each([
    ['settings.json', (text: string) => text.replace('"version":1', '"version":2')],
    ['book.json', (text: string) => text.replace('"version": 1', '"version": 2')],
    ['pages/000001.json', (text: string) => text.replace('{"version":1', '{"version":2')],
    ['pages/000003.json', (text: string) => text.replace('{"version":1', '{"version":2')],
  ])('is left alone, and the start says so and fails: %s', async (name, makeNewer) => {
    const dir = copyOf(stopped)
    const path = join(dir, name)
    const newer = makeNewer(readFileSync(path, 'utf8'))
    expect(newer).toContain('2')
    writeFileSync(path, newer)
    const program = startProgram(['serve', '--data', dir, '--port', '0'])
    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(program.stderr()).toContain('newer version')
    expect(program.stderr()).toContain(name)
    // A sentence for a person, not a stack.
    expect(program.stderr()).not.toMatch(/\n {4}at /)
    expect(readFileSync(path, 'utf8')).toBe(newer)
    expect(readdirSync(dirname(path)).filter((other) => other.includes('damaged'))).toEqual([])
  })
})

describe('the journal', () => {
  let lines: string[]

  beforeAll(() => {
    lines = Array.from({ length: 6 }, (_, index) => {
      const log = inCallLog({ uid: uidOf(index), department_name: 'बिक्री ☎' })
      const entry: JournalEntry = {
        seq: index + 1,
        kind: 'delivery',
        id: `d-${index}`,
        receivedAt: '2026-03-02T05:31:08.000Z',
        method: 'POST',
        body: form(log),
      }
      return formatEntry(entry)
    })
  })

  it('cut at any byte of its last two records keeps every complete one, and goes on', async () => {
    const dir = tempFolder()
    const path = join(dir, '000000000000001.log')
    const whole = Buffer.from(lines.join(''))
    const keptBytes = Buffer.byteLength(lines.slice(0, -2).join(''))
    for (let length = keptBytes; length <= whole.length; length++) {
      const cut = whole.subarray(0, length)
      writeFileSync(path, cut)
      const complete = cut.toString('latin1').split('\n').length - 1
      const { entries, damaged } = await read(dir)
      expect(entries.map(formatEntry)).toEqual(lines.slice(0, complete))
      // What a power cut leaves was never acknowledged: nothing to report.
      expect(damaged).toBe(0)
      expect(await readLastSeq(dir)).toBe(complete)
      if (length % 16 !== 0) continue
      const journal = createJournal({
        dir,
        nextSeq: complete + 1,
        log: silentLog,
        now: Date.now,
        onStorage: () => {},
      })
      const seq = await journal.append({
        kind: 'edit',
        callId: 'x',
        at: '2026-03-02T05:31:08.000Z',
        desk: 'd',
        field: 'note',
        value: '☎',
      })
      await journal.close()
      expect(seq).toBe(complete + 1)
      expect(readFileSync(path)).toEqual(cut)
      expect((await read(dir)).entries.map((entry) => entry.seq)).toEqual(
        Array.from({ length: complete + 1 }, (_, index) => index + 1),
      )
      for (const name of readdirSync(dir)) rmSync(join(dir, name))
    }
  }, 60_000)

  it('with any one bit turned never yields a record that was not written, and loses none but the touched', async () => {
    const random = seededRandom(7)
    const dir = tempFolder()
    const path = join(dir, '000000000000001.log')
    const whole = Buffer.from(lines.join(''))
    for (let flip = 0; flip < 600; flip++) {
      const bytes = Buffer.from(whole)
      const at = Math.floor(random() * bytes.length)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
      writeFileSync(path, bytes)
      const { entries, damaged } = await read(dir)
      const survivors = entries.map(formatEntry)
      expect(survivors.filter((line) => !lines.includes(line))).toEqual([])
      // A line feed that turns takes the lines on both its sides with it.
      expect(survivors.length).toBeGreaterThanOrEqual(whole[at] === 0x0a ? 4 : 5)
      const isLastLineFeed = at === whole.length - 1
      if (!isLastLineFeed) expect(damaged).toBe(1)
    }
  }, 60_000)

  it('that is damaged in the middle is told of, costs the touched call only, and is not overwritten', async () => {
    const dir = copyOf(killed)
    const [name = ''] = readdirSync(join(dir, 'journal'))
    const path = join(dir, 'journal', name)
    const bytes = readFileSync(path)
    const at = bytes.indexOf(uidOf(100))
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(path, bytes)
    const serve = await startServe({ dir })
    expect((await serve.stop()).code).toBe(0)
    expect(serve.stderr()).toContain('journal.damaged')
    expect(await callsIn(dir)).toEqual(calls.filter(({ id }) => id !== uidOf(100)))
    expect(readFileSync(path)).toEqual(bytes)
  })

  async function read(dir: string): Promise<{ entries: JournalEntry[]; damaged: number }> {
    let damaged = 0
    const log: Log = { info: () => {}, warn: () => damaged++ }
    const entries: JournalEntry[] = []
    for await (const entry of readJournal({ dir, after: 0, log })) entries.push(entry)
    return { entries, damaged }
  }
})

/** Files beside a file, under another name, with exactly these bytes. */
function filesLike(path: string, bytes: Buffer): string[] {
  return readdirSync(dirname(path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && join(dirname(path), entry.name) !== path)
    .map((entry) => entry.name)
    .filter((name) => readFileSync(join(dirname(path), name)).equals(bytes))
}
