import { describe, expect, it } from 'vitest'
import { ownerMessage } from '../../main/set-up/owner-message.ts'
import type { Proofs } from '../../shared/settings.ts'

const publicUrl = 'https://calls.example.com/webhook'
const secret = 'd41d8cd98f00b204e9800998ecf8427e'
const none: Proofs = { header: null, basic: null, query: null }

describe('the message for the owner', () => {
  const message = ownerMessage({
    publicUrl,
    proofs: { ...none, header: { name: 'x-ringtray-token', value: secret } },
  })

  it('says where in the panel what goes, for both kinds of webhook', () => {
    for (const line of [
      'APIs & Webhooks → Webhooks → tab v2 → Add Webhook',
      `- URL: ${publicUrl}`,
      '- Authentication: API Key → Header',
      '- Header name: x-ringtray-token',
      '- Header value: (the secret)',
      '- Additional headers: (leave empty)',
      '- Header: ["x-ringtray-token: (the secret)"]',
      '- Log criteria: call log',
    ]) {
      expect(message.split('\n').some((found) => found.includes(line))).toBe(true)
    }
    expect(message).toContain('The secret comes in a message of its own')
  })

  it.each<[string, Proofs]>([
    ['header', { ...none, header: { name: 'x', value: secret } }],
    ['Basic', { ...none, basic: { username: 'calls', password: secret } }],
    ['query', { ...none, query: { name: 'key', value: secret } }],
  ])('does not hold the secret of %s, nor its end', (_, proofs) => {
    const text = ownerMessage({ publicUrl, proofs })
    expect(text).not.toContain(secret.slice(-4))
    expect(text).toContain('(the secret)')
  })
})
