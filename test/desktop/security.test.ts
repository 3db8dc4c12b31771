import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { aCall } from '../support/desktop/a-call.ts'
import { doorOf, root } from '../support/desktop/app.ts'
import { callsOf } from '../support/desktop/calls-command.ts'
import { curl } from '../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../support/desktop/driven-app.ts'
import { openHistory } from '../support/desktop/history-page.ts'
import { permissionsIn } from '../support/desktop/permissions.ts'
import { proof } from '../support/settings.ts'

describe('a window', () => {
  const desktop = useDesktop()
  let dir: string
  let app: DrivenApp
  let url: string
  let page: Page

  beforeAll(async () => {
    dir = await dataFolder()
    app = await driveApp(dir)
    url = await doorOf(app)
    page = (await openHistory(app, await desktop.tray.itemOf(app))).page
  })

  /** How a promise ended, in words that can be compared. */
  const outcomeOf = (expression: string) =>
    page.evaluate(
      `(async () => { try { return String(await (${expression})) } catch (error) { return error.message } })()`,
    )

  const request = (...args: unknown[]) => outcomeOf(`window.ringtray.request(...${JSON.stringify(args)})`)

  it('runs in the sandbox, apart from our code and without Node', async () => {
    const preferences = await (await app.electron.browserWindow(page)).evaluate((window) =>
      // Electron types this as missing, though it has been there always.
      (
        window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences(),
    )

    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
    expect(preferences.webSecurity).not.toBe(false)
    expect(preferences.allowRunningInsecureContent).not.toBe(true)
    expect(preferences.nodeIntegrationInSubFrames).not.toBe(true)
    expect(preferences.nodeIntegrationInWorker).not.toBe(true)
    expect(preferences.webviewTag).not.toBe(true)
    expect(preferences.enableBlinkFeatures ?? '').toBe('')
  })

  it('has an origin of its own, and nothing of Node or Electron in reach', async () => {
    expect(await page.evaluate(() => location.origin)).toBe('app://ringtray')
    const names = ['process', 'require', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname']
    expect(await page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([])
    expect(await page.evaluate(() => Object.keys(window.ringtray).sort())).toEqual(['on', 'request'])
  })

  it('is served with a policy that begins with nothing', async () => {
    const policy = await page.evaluate(async () => {
      const answer = await fetch(location.href)
      return answer.headers.get('content-security-policy') ?? ''
    })
    const rules = new Map(
      policy.split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)]),
    )

    expect(rules.get('default-src')).toEqual(["'none'"])
    expect(rules.get('script-src')).toEqual(["'self'"])
    expect(policy).not.toMatch(/unsafe|\*|http|blob/)
    for (const closed of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(rules.get(closed)).toEqual(["'none'"])
  })

  it('runs no script that its page does not bring along', async () => {
    const ran = await page.evaluate(async () => {
      const violated: string[] = []
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violated.push(effectiveDirective),
      )
      const script = document.createElement('script')
      script.textContent = 'window.ranInline = true'
      const image = document.createElement('div')
      image.innerHTML = '<img src="data:," onerror="window.ranHandler = true">'
      const told = new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve))
      document.body.append(script, image)
      await told
      await new Promise((resolve) => requestAnimationFrame(resolve))
      image.remove()
      return {
        inline: 'ranInline' in window,
        handler: 'ranHandler' in window,
        isViolated: violated.length > 0,
      }
    })
    expect(ran).toEqual({ inline: false, handler: false, isViolated: true })
    // Playwright evaluates past the policy; a listener of the page itself does not.
    const evaluated = await page.evaluate(
      () =>
        new Promise((resolve) =>
          setTimeout(() => {
            try {
              // biome-ignore lint/security/noGlobalEval: it is what must not work
              resolve(globalThis.eval('1 + 1'))
            } catch (error) {
              resolve((error as Error).name)
            }
          }),
        ),
    )
    expect(evaluated).toBe('EvalError')
  })

  it('reaches neither the door nor the network nor a file', async () => {
    for (const address of [url, 'https://example.com/', 'file:///etc/passwd', 'data:text/plain,x']) {
      expect(await outcomeOf(`fetch(${JSON.stringify(address)}, { mode: 'no-cors' })`)).toBe(
        'Failed to fetch',
      )
    }
    expect(await callsOf(dir)).toEqual([])
  })

  it.for([
    'app://ringtray/../../package.json',
    'app://ringtray/..%2f..%2fpackage.json',
    'app://ringtray/%2e%2e/%2e%2e/package.json',
    'app://ringtray/history/..%5c..%5c..%5cpackage.json',
    'app://ringtray/../preload/preload.cjs',
    'app://ringtray/..%2fmain%2findex.js',
    'app://ringtray//etc/passwd',
    'app://ringtray/%00',
    'app://ringtray/history/%',
  ])('gives out nothing beside its pages: %s', async (address) => {
    const outcome = await outcomeOf(`fetch(${JSON.stringify(address)}).then((answer) => answer.status)`)

    expect(['404', 'Failed to fetch']).toContain(outcome)
  })

  it('gives no other host of its scheme anything', async () => {
    const status = await app.electron.evaluate(
      async ({ net }) => (await net.fetch('app://other/history/index.html')).status,
    )

    expect(status).toBe(404)
  })

  it('opens no other window', async () => {
    for (const address of ['https://example.com/', 'app://ringtray/history/index.html', 'about:blank', url]) {
      expect(await page.evaluate((to) => window.open(to), address)).toBe(null)
    }
    expect(app.opened()).toEqual(['history'])
  })

  it('goes nowhere', async () => {
    const before = page.url()
    const window = await app.electron.browserWindow(page)
    for (const address of ['https://example.com/', 'app://other/', 'app://ringtray/history/style.css', url]) {
      const isPrevented = await window.evaluate(
        ({ webContents }, to) =>
          new Promise<boolean>((resolve) => {
            // Ours is the last to hear of it.
            webContents.once('will-navigate', (event: { defaultPrevented: boolean }) =>
              resolve(event.defaultPrevented),
            )
            void webContents.executeJavaScript(`location.href = ${JSON.stringify(to)}; undefined`, true)
          }),
        address,
      )
      expect([address, isPrevented]).toEqual([address, true])
    }
    expect(page.url()).toBe(before)
  })

  it('gets no permission', async () => {
    const states = await page.evaluate(async () => {
      const names = ['notifications', 'geolocation', 'clipboard-read', 'camera', 'microphone', 'midi']
      const asked = names.map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      )
      return Promise.all(asked)
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
    expect(await outcomeOf('navigator.clipboard.readText()')).toMatch(/denied/i)
    expect(await outcomeOf('navigator.mediaDevices.getUserMedia({ audio: true })')).toMatch(
      /denied|not found/i,
    )
    expect(await outcomeOf('Notification.requestPermission()')).toBe('denied')
  })

  it.for([
    ['an unknown name', ['quit']],
    ['a name of the prototype', ['toString']],
    ['the constructor', ['constructor']],
    ['no text as name', [7]],
    ['an argument too many', ['snapshot', 1]],
    ['an argument too few', ['call']],
    ['an id that is none', ['call', { id: 1 }]],
    ['more rows than there may be', ['rows', { query: '', filter: 'all', from: 0, count: 201 }]],
    ['a negative row', ['rows', { query: '', filter: 'all', from: -1, count: 10 }]],
    ['an unknown filter', ['rows', { query: '', filter: '__proto__', from: 0, count: 10 }]],
    ['a note that is too long', ['setNote', 'x', 'n'.repeat(4_001)]],
    ['a copy of anything', ['copy', { what: 'text', text: 'mine' }]],
    ['an endless pause', ['setDoNotDisturb', 1e9]],
  ] as [string, unknown[]][])('is refused %s', async ([, args]) => {
    expect(await request(...args)).toContain('Ringtray does not know this request.')
  })

  it('finds one channel, and nobody else is heard on it', async () => {
    const answer = await app.electron.evaluate(
      async ({ BrowserWindow, ipcMain }, preload) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        await stranger.loadURL('data:text/html,<p>not ours')
        const ask = "window.ringtray.request('snapshot').then(String, (error) => error.message)"
        const told: string = await stranger.webContents.executeJavaScript(ask)
        stranger.destroy()
        const { _invokeHandlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> }
        // Electron itself listens for errors.
        return { told, channels: [..._invokeHandlers.keys()], events: ipcMain.eventNames().map(String) }
      },
      join(root, 'out/preload/preload.cjs'),
    )

    expect(answer.told).toContain('Ringtray does not know this request.')
    expect(answer).toMatchObject({ channels: ['ringtray:request'], events: ['error'] })
    expect(await request('snapshot')).toBe('[object Object]')
  })

  it('never holds the secret', async () => {
    const snapshot = await page.evaluate(async () =>
      JSON.stringify(await window.ringtray.request('snapshot')),
    )

    expect(snapshot).not.toContain(proof[1])
    expect(await page.content()).not.toContain(proof[1])
  })

  it('leaves the folder readable to its owner only', async () => {
    expect(await curl(url, aCall({ number: '919844400001' }).rings)).toBe(204)
    await desktop.banners.shown('98444 00001')

    const open = permissionsIn(dir).filter(({ mode, isFolder }) => mode !== (isFolder ? 0o700 : 0o600))
    expect(open).toEqual([])
  })

  it('leaves neither the secret nor a number in the log', async () => {
    const wrong = { ...aCall({ number: '919844400002' }).rings, uid: null }
    await curl(url, wrong)
    await desktop.banners.shown('98444 00002')
    await request('quit')
    await app.complaint('ipc.refused')

    expect(app.stderr()).not.toContain(proof[1])
    expect(app.stderr()).not.toMatch(/98444[ ]?0000|8586848544/)
  })

  it('shows its policy in the page too', () => {
    expect(readFileSync(join(root, 'out/renderer/history/index.html'), 'utf8')).toContain(
      "default-src 'none'",
    )
  })
})
