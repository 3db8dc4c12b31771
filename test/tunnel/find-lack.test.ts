import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cloudflared } from '../../main/tunnel/providers/cloudflared.ts'
import { createNgrokProvider, type Ngrok } from '../../main/tunnel/providers/ngrok.ts'
import { ownUrl } from '../../main/tunnel/providers/own-url.ts'
import { createSshProvider } from '../../main/tunnel/providers/ssh.ts'
import { tempFolder } from '../support/temp-folder.ts'

const kept = { readSecret: async () => 'a secret' }
const nothingKept = { readSecret: async () => null }
const url = 'https://calls.example.com'
const package_ = async () => ({}) as Ngrok
const noPackage = async () => {
  throw Object.assign(new Error("Cannot find package '@ngrok/ngrok'"), { code: 'ERR_MODULE_NOT_FOUND' })
}

describe('what a way in lacks on this computer', () => {
  it('is nothing for an address of one’s own', async () => {
    expect(await ownUrl.findLack({ kind: 'own-url', url }, nothingKept)).toBeNull()
  })

  it('is the authtoken or the package of ngrok', async () => {
    const settings = { kind: 'ngrok' } as const
    expect(await createNgrokProvider(package_).findLack(settings, kept)).toBeNull()
    expect(await createNgrokProvider(package_).findLack(settings, nothingKept)).toMatchObject({
      code: 'no-secret',
    })
    expect(await createNgrokProvider(noPackage).findLack(settings, kept)).toMatchObject({
      code: 'package-missing',
    })
  })

  it('is the token or the program of cloudflared', async () => {
    const settings = { kind: 'cloudflared', url } as const
    const tokenFile = join(tempFolder(), 'token')
    expect(await cloudflared.findLack({ ...settings, tokenFile }, kept)).toMatchObject({ code: 'no-secret' })
    writeFileSync(tokenFile, 'token')
    const binary = process.execPath
    expect(await cloudflared.findLack({ ...settings, tokenFile, binary }, nothingKept)).toBeNull()
    expect(await cloudflared.findLack({ ...settings, binary }, nothingKept)).toMatchObject({
      code: 'no-secret',
    })
    expect(await cloudflared.findLack({ ...settings, binary: '/nowhere/cloudflared' }, kept)).toMatchObject({
      code: 'program-missing',
    })
  })

  it('is a key of ssh that cannot be read', async () => {
    const settings = { kind: 'ssh', host: 'h', user: 'u', port: 22, remotePort: 1, url } as const
    const keyFile = join(tempFolder(), 'key')
    expect(await createSshProvider().findLack({ ...settings, keyFile }, kept)).toMatchObject({
      code: 'key-file',
    })
    writeFileSync(keyFile, 'key')
    expect(await createSshProvider().findLack({ ...settings, keyFile }, kept)).toBeNull()
  })
})
