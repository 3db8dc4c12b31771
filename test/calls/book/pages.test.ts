import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPages, type Pages } from '../../../main/calls/book/pages.ts'
import { createLog } from '../../../main/log.ts'

let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ringtray-pages-'))
})

afterEach(() => rm(dir, { recursive: true }))

const open = () => openPages({ dir, readOnly: false, log: createLog(() => {}) })

function callNamed(id: string) {
  return { id, facts: [], edits: {} }
}

async function fill(pages: Pages, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const page = await pages.read(number)
    page.push({
      id: `call ${number}`,
      facts: [],
      edits: { note: { value: 'x'.repeat(900), at: '', desk: '' } },
    })
    pages.markChanged(number)
  }
  await pages.save()
}

describe('pages', () => {
  it('forget nothing of a page that is being written, however many others are read meanwhile', async () => {
    const pages = await open()
    await fill(pages, 60)
    const page = await pages.read(1)
    // So large that its write takes longer than the reads below.
    page.push({ ...callNamed('large'), edits: { note: { value: 'x'.repeat(30_000_000), at: '', desk: '' } } })
    await pages.save()
    for (let round = 0; round < 3; round++) {
      page.push(callNamed(`round ${round}`))
      pages.markChanged(1)
      const saving = pages.save()
      for (let number = 2; number <= 40; number++) await pages.read(number)
      expect((await pages.read(1)).at(-1)?.id).toBe(`round ${round}`)
      await saving
    }
  })

  it('write the others where one cannot be written, and that one later', async () => {
    const pages = await open()
    await fill(pages, 3)
    // A folder in the place of a file: nothing can be renamed onto it, whoever one is.
    await rm(join(dir, '000002.json'))
    await mkdir(join(dir, '000002.json', 'in the way'), { recursive: true })
    for (const number of [1, 2, 3]) {
      ;(await pages.read(number)).push(callNamed(`late ${number}`))
      pages.markChanged(number)
    }
    await expect(pages.save()).rejects.toThrow()
    expect([1, 2, 3].filter(pages.isChanged)).toEqual([2])
    await rm(join(dir, '000002.json'), { recursive: true })
    await pages.save()
    const again = await open()
    for (const number of [1, 2, 3]) {
      expect((await again.read(number)).map((call) => call?.id)).toEqual([`call ${number}`, `late ${number}`])
    }
    expect((await readdir(dir)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
