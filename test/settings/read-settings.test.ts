import { describe, expect, it } from 'vitest'
import { readSettings } from '../../main/settings/read-settings.ts'
import { defaultSettings } from '../../shared/settings.ts'

const header = { name: 'x-ringtray-token', value: 'a' }

describe('reading settings', () => {
  it('gives every absent key its default', () => {
    expect(readSettings({})).toEqual({ settings: defaultSettings, problems: [] })
  })

  it('takes what is valid as it stands', () => {
    const raw = {
      port: 8080,
      proofs: { header: { ...header, previous: null }, basic: { username: '', password: 'x' }, query: null },
      country: 'GB',
      me: ['+918586848544', 'abc123'],
      queryFields: { caller: 'customerNumber' },
      doNotDisturbUntil: '2026-11-23T12:00:00Z',
    }
    expect(readSettings(raw)).toEqual({ settings: { version: 1, ...raw }, problems: [] })
  })

  it('reads my numbers as people write them, and leaves ids as they are', () => {
    const me = ['8586848544', '08586848544', '918586848544', '+91 85868 48544', ' abc123 ']
    const number = '+918586848544'
    expect(readSettings({ me }).settings.me).toEqual([number, number, number, number, 'abc123'])
  })

  it.each<[string, Record<string, unknown>]>([
    ['port', { port: '7464' }],
    ['port', { port: 70_000 }],
    ['country', { country: 'India' }],
    ['me', { me: '+918586848544' }],
    ['queryFields', { queryFields: { caller: 'telephone' } }],
    ['doNotDisturbUntil', { doNotDisturbUntil: 'tomorrow' }],
    ['proofs', { proofs: [] }],
    ['proofs.header', { proofs: { header: { name: 'x y', value: 'a' } } }],
    ['proofs.header', { proofs: { header: { name: 'x', value: '' } } }],
    ['proofs.header', { proofs: { header: { ...header, previous: { value: 'b', until: 'soon' } } } }],
    ['proofs.basic', { proofs: { basic: { username: 'a', password: '' } } }],
    ['proofs.query', { proofs: { query: { name: '', value: 'a' } } }],
  ])('says that %s is not valid and uses its default', (name, raw) => {
    const { settings, problems } = readSettings(raw)
    expect(settings).toEqual(defaultSettings)
    expect(problems).toEqual([expect.stringContaining(`settings.json: ${name} must be`)])
  })
})
