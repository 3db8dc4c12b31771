import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { aCall } from '../support/desktop/a-call.ts'
import { doorOf, startPackagedApp } from '../support/desktop/app.ts'
import { callsOf } from '../support/desktop/calls-command.ts'
import { curl } from '../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { savedIn } from '../support/desktop/saved.ts'

const executable = process.env.RINGTRAY_PACKAGED_PATH ?? ''
const resources = join(dirname(executable), 'resources')

describe('the packaged app', () => {
  const desktop = useDesktop()

  it('takes a call, tells of it, is found in the tray, and ends in order', async () => {
    const dir = await dataFolder()
    const app = startPackagedApp(executable, dir)
    const url = await doorOf(app)
    const item = await desktop.tray.itemOf(app)
    expect(await item.untilToolTip('listening')).toContain('no call yet')
    const call = aCall({ number: '919866600001' })

    expect(await curl(url, call.rings)).toBe(204)

    const banner = await desktop.banners.shown('98666 00001')
    expect(banner).toMatchObject({ title: '98666 00001', body: 'Sales · rings 85868 48544' })
    expect(await callsOf(dir)).toMatchObject([{ uid: call.uid, customer: { number: '+919866600001' } }])
    expect(await app.end('SIGTERM')).toEqual({ code: 0, signal: null })
    await desktop.banners.closed(banner)
    const { contains, lines } = await savedIn(dir)
    expect(contains).toBe(lines.at(-1)?.seq)
  })

  it('has closed the doors that only development needs', async () => {
    const wire = await getCurrentFuseWire(executable)

    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: FuseState.DISABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
    })
  })

  it('carries its pages, and nothing of another program, of development or of the tests', async () => {
    for (const foreign of ['app-update.yml', 'default_app.asar', 'app']) {
      expect([foreign, existsSync(join(resources, foreign))]).toEqual([foreign, false])
    }
    const files = listPackage(join(resources, 'app.asar'), { isPack: false })
    expect(files).toEqual(
      expect.arrayContaining(['/out/main/index.js', '/out/preload/preload.cjs', '/package.json']),
    )
    const isNgrok = (file: string) => /^\/node_modules(\/@ngrok|$)/.test(file)
    expect(files.filter((file) => /node_modules/.test(file) && !isNgrok(file))).toEqual([])
    expect(files.filter((file) => /test|\.map$|\.ts$|\.built-for/.test(file))).toEqual([])
  })

  it('loads ngrok, the one native part that travels along, from outside its archive', async () => {
    const dir = await dataFolder({ tunnel: { kind: 'ngrok' } })
    await writeFile(join(dir, 'secrets.json'), '{"ngrok.authtoken":{"plain":"of no account"}}')
    const app = startPackagedApp(executable, dir)

    await app.complaint('The tunnel is down')

    // Without the internet it cannot be reached; with it, the token is refused. Both are said by ngrok itself.
    expect(app.stderr()).toMatch(/The tunnel is down \((network|bad-secret)\)/)
    expect(await app.end('SIGTERM')).toEqual({ code: 0, signal: null })
  })
})
