import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TextToCopyOptions, textToCopy, webhookUrlOf } from '../../main/ipc/text-to-copy.ts'
import { createLog } from '../../main/log.ts'
import type { CopyRequest } from '../../shared/ipc-contract.ts'
import { type OpenedHere, openHere } from '../support/receiver.ts'
import { folderWith, proof } from '../support/settings.ts'

const publicUrl = 'https://calls.example.com/webhook'
const log = createLog(() => {})
let withHeader: OpenedHere
let withBasic: OpenedHere
let listenerUrl: string

beforeAll(async () => {
  withHeader = await openHere(folderWith())
  withBasic = await openHere(folderWith({ basic: { username: 'u', password: proof[1] } }))
  listenerUrl = await withHeader.receiver.listen('127.0.0.1', 0)
})
afterAll(() => Promise.all([withHeader.receiver.stop(), withBasic.receiver.stop()]))

function copied(what: CopyRequest, options: Partial<TextToCopyOptions> = {}): Promise<string> {
  return textToCopy(what, { receiver: withHeader.receiver, publicUrl, log, ...options })
}

describe('what a button puts on the clipboard', () => {
  it('is the header, whole or in its parts', async () => {
    expect(await copied({ what: 'headerName' })).toBe(proof[0])
    expect(await copied({ what: 'headerValue' })).toBe(proof[1])
    expect(await copied({ what: 'headerLine' })).toBe(`["${proof[0]}: ${proof[1]}"]`)
  })

  it('is the public address, and the listener’s where there is none', async () => {
    expect(await copied({ what: 'webhookUrl' })).toBe(publicUrl)
    expect(await copied({ what: 'webhookUrl' }, { publicUrl: null })).toBe(listenerUrl)
    expect(webhookUrlOf(withBasic.receiver, null)).toBe('')
  })

  it('is a message for the owner without the secret, once somebody can be reached', async () => {
    const message = await copied({ what: 'ownerMessage' })
    expect(message).toContain(publicUrl)
    expect(message).not.toContain(proof[1])
    await expect(copied({ what: 'ownerMessage' }, { publicUrl: null })).rejects.toThrow('Choose a way in')
  })

  it.each(['headerName', 'headerValue', 'headerLine'] as const)(
    'is a sentence where there is no header: %s',
    async (what) => {
      await expect(copied({ what }, { receiver: withBasic.receiver })).rejects.toThrow('No header is set')
    },
  )
})
