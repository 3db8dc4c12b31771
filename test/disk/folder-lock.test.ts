import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isFolderHeld, lockFolder, readLockHolder } from '../../main/disk/folder-lock.ts'

let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ringtray-lock-'))
})

afterEach(() => rm(dir, { recursive: true }))

async function holdInChild() {
  const child = fork(join(import.meta.dirname, 'hold-lock.ts'), [dir], { execArgv: [] })
  await once(child, 'message')
  return child
}

describe('the lock of a data folder', () => {
  it('lets the next one in once it is released', async () => {
    const first = await lockFolder(dir, 'the first')
    await first.release()
    const second = await lockFolder(dir, 'the second')
    expect(await readLockHolder(dir)).toEqual({ pid: process.pid, command: 'the second', port: null })
    await second.release()
  })

  it('says who holds it, and what to do', async () => {
    const child = await holdInChild()
    await expect(lockFolder(dir, 'me')).rejects.toThrow(
      new RegExp(`in use by a child \\(process ${child.pid}\\).*End that one first`),
    )
    child.kill('SIGKILL')
    await once(child, 'exit')
  })

  it('waits for a holder that is ending', async () => {
    const first = await lockFolder(dir, 'the first')
    const second = lockFolder(dir, 'the second')
    await first.release()
    await (await second).release()
  })

  it('ends with its holder, however that ends', async () => {
    const child = await holdInChild()
    child.kill('SIGKILL')
    await once(child, 'exit')
    await (await lockFolder(dir, 'me')).release()
  })

  it('is asked for without being taken', async () => {
    expect(await isFolderHeld(dir)).toBe(false)
    const child = await holdInChild()
    expect(await isFolderHeld(dir)).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await isFolderHeld(dir)).toBe(false)
    const lock = await lockFolder(dir, 'me')
    expect(await isFolderHeld(dir)).toBe(true)
    await lock.release()
  })
})
