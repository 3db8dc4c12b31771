import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeDurably } from '../../main/disk/durable-file.ts'

let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ringtray-durable-'))
})

afterEach(() => rm(dir, { recursive: true }))

describe('writing durably', () => {
  it('keeps the last of many concurrent writes whole, private and alone in the folder', async () => {
    const path = join(dir, 'book.json')
    const texts = Array.from({ length: 50 }, (_, count) => `${count}`.repeat(10_000))
    await Promise.all(texts.map((text) => writeDurably(path, text)))
    expect(texts).toContain(await readFile(path, 'utf8'))
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(dir)).toEqual(['book.json'])
  })

  it('leaves the old content and nothing else behind where it fails', async () => {
    const path = join(dir, 'folder')
    await writeDurably(join(dir, 'kept'), 'kept')
    await mkdir(join(path, 'inside'), { recursive: true })
    await expect(writeDurably(path, 'x')).rejects.toThrow()
    expect((await readdir(dir)).sort()).toEqual(['folder', 'kept'])
  })
})
