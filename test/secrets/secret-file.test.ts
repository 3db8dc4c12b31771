import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Cipher, openSecretFile } from '../../main/secrets/secret-file.ts'
import { silentLog } from '../support/printed.ts'
import { tempFolder } from '../support/temp-folder.ts'

const token = 'ngrok-authtoken-1'
/** Turns every byte over: enough to see whether it was asked. */
const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff))
const keyring: Cipher = {
  name: 'the keyring',
  seal: (text) => turned(Buffer.from(text)),
  open: (sealed) => turned(sealed).toString(),
}

let dir: string

beforeEach(() => {
  dir = tempFolder()
})

const open = (cipher: Cipher | null) => openSecretFile({ dir, cipher: () => cipher, log: silentLog })
const path = () => join(dir, 'secrets.json')

describe('the secrets of the ways in', () => {
  it('are none in a new folder', async () => {
    const secrets = await open(keyring)
    expect(await secrets.read('ngrok.authtoken')).toBeNull()
    expect(secrets.kept()).toEqual([])
  })

  it('outlive a restart, sealed by the key store, in a file that only its owner can read', async () => {
    await (await open(keyring)).keep('ngrok.authtoken', token)

    expect(await (await open(keyring)).read('ngrok.authtoken')).toBe(token)
    expect(await readFile(path(), 'utf8')).not.toContain(token)
    expect((await stat(path())).mode & 0o777).toBe(0o600)
  })

  it('lie as they are where there is no key store, and it is said so', async () => {
    const secrets = await open(null)
    await secrets.keep('cloudflared.token', token)

    expect(await (await open(null)).read('cloudflared.token')).toBe(token)
    expect((await stat(path())).mode & 0o777).toBe(0o600)
    expect(secrets.where).toContain('secrets.json')
  })

  it('are forgotten one by one', async () => {
    const secrets = await open(keyring)
    await Promise.all([secrets.keep('ngrok.authtoken', token), secrets.keep('cloudflared.token', 'other')])
    await secrets.keep('ngrok.authtoken', null)

    expect(secrets.kept()).toEqual(['cloudflared.token'])
    expect(await (await open(keyring)).read('ngrok.authtoken')).toBeNull()
  })

  it('say so where the key store that sealed them is not there', async () => {
    await (await open(keyring)).keep('ngrok.authtoken', token)
    await expect((await open(null)).read('ngrok.authtoken')).rejects.toThrow('Type it in again')
  })

  it('say so where the key store does not open them any more', async () => {
    await (await open(keyring)).keep('ngrok.authtoken', token)
    const other: Cipher = {
      ...keyring,
      open() {
        throw new Error('wrong key')
      },
    }
    await expect((await open(other)).read('ngrok.authtoken')).rejects.toThrow('Type it in again')
  })

  it.each(['', 'null', '[]', '{"ngrok.authtoken":7}', '{"ngrok.authtoken":null}'])(
    'survive a file that holds %s, which is kept under another name',
    async (content) => {
      await writeFile(path(), content)
      const secrets = await open(keyring)
      await secrets.keep('ngrok.authtoken', token)
      expect(await secrets.read('ngrok.authtoken')).toBe(token)
    },
  )
})
