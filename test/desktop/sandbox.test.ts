import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aCall } from '../support/desktop/a-call.ts'
import { doorOf } from '../support/desktop/app.ts'
import { curl } from '../support/desktop/curl.ts'
import { dataFolder } from '../support/desktop/desktop.ts'
import { canMakeNamespaces, ordinaryUser } from '../support/desktop/ordinary-user.ts'
import { processesBelow } from '../support/desktop/process-tree.ts'

describe('an ordinary user', () => {
  it('runs the app in Chromium’s sandbox, or not at all', async () => {
    const user = ordinaryUser(await dataFolder())
    const app = user.start()
    if (!canMakeNamespaces()) {
      // A system without user namespaces: rather no app than one without its sandbox.
      await app.complaint('sandbox')
      expect((await app.exit).code).not.toBe(0)
      return
    }

    expect(await curl(await doorOf(app), aCall({ number: '919877700001' }).rings)).toBe(204)
    // The second start opens the window, and with it a renderer.
    await user.start().exit
    // It shuts itself in while it starts.
    await expect.poll(() => filtersOf(app.pid), { timeout: 15_000 }).toEqual([2])

    const words = processesBelow(app.pid).flatMap(({ command }) => command)
    expect(words.filter((word) => /no-sandbox|disable-.*sandbox/.test(word))).toEqual([])
    const { pid } = JSON.parse(await readFile(join(user.dataDir, 'lock'), 'utf8'))
    process.kill(pid, 'SIGTERM')
    expect(await app.exit).toEqual({ code: 0, signal: null })
  })
})

/** One number per renderer, without repeats. */
function filtersOf(pid: number): number[] {
  const renderers = processesBelow(pid).filter(({ command }) => command.includes('--type=renderer'))
  return [...new Set(renderers.map(({ seccomp }) => seccomp))]
}
