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
      watchAll: true,
      notMe: ['+919823045678', 'def456'],
      showCallsAs: 'card',
      doNotDisturbUntil: '2026-11-23T12:00:00Z',
      doNotDisturbSince: '2026-11-23T11:00:00Z',
      shift: { days: [1, 2, 6], from: '22:00', to: '06:30' },
      ignored: ['+919876543210', 'Private'],
      cardPlace: { horizontal: 'right', vertical: 'top', x: 16, y: -4 },
      tunnel: { kind: 'own-url', url: 'https://calls.example.com' },
      callsPerDay: 100_000,
      hasBegun: false,
      cardShortcut: 'Control+Shift+F8',
    }
    expect(readSettings(raw)).toEqual({ settings: { version: 1, ...raw }, problems: [] })
  })

  it.each(['me', 'notMe', 'ignored'] as const)('reads the numbers of %s as people write them', (name) => {
    const written = [
      '8586848544',
      '08586848544',
      '918586848544',
      '+91 85868 48544',
      ' abc123 ',
      ' ',
      'abc123',
    ]
    expect(readSettings({ [name]: written }).settings[name]).toEqual(['+918586848544', 'abc123'])
  })

  it.each<[string, Record<string, unknown>]>([
    ['port', { port: '7464' }],
    ['port', { port: 70_000 }],
    ['country', { country: 'India' }],
    ['me', { me: '+918586848544' }],
    ['queryFields', { queryFields: { caller: 'telephone' } }],
    ['doNotDisturbUntil', { doNotDisturbUntil: 'tomorrow' }],
    ['doNotDisturbSince', { doNotDisturbSince: 5 }],
    ['watchAll', { watchAll: 'yes' }],
    ['notMe', { notMe: [8586848544] }],
    ['showCallsAs', { showCallsAs: 'sound' }],
    ['ignored', { ignored: 'all' }],
    ['callsPerDay', { callsPerDay: 0 }],
    ['callsPerDay', { callsPerDay: 2.5 }],
    ['callsPerDay', { callsPerDay: 100_001 }],
    ['hasBegun', { hasBegun: 'yes' }],
    ['shift', { shift: { days: [], from: '10:00', to: '18:00' } }],
    ['shift', { shift: { days: [7], from: '10:00', to: '18:00' } }],
    ['shift', { shift: { days: [1, 1], from: '10:00', to: '18:00' } }],
    ['shift', { shift: { days: [1], from: '10:00', to: '24:00' } }],
    ['shift', { shift: { days: [1], from: '9:00', to: '18:00' } }],
    ['cardPlace', { cardPlace: { horizontal: 'middle', vertical: 'top', x: 0, y: 0 } }],
    ['cardPlace', { cardPlace: { horizontal: 'left', vertical: 'top', x: 0.5, y: 0 } }],
    ['cardPlace', { cardPlace: { horizontal: 'left', vertical: 'top', x: 0, y: 1e6 } }],
    ['cardShortcut', { cardShortcut: 'R' }],
    ['proofs', { proofs: [] }],
    ['proofs.header', { proofs: { header: { name: 'x y', value: 'a' } } }],
    ['proofs.header', { proofs: { header: { name: 'x', value: '' } } }],
    ['proofs.header', { proofs: { header: { ...header, value: 5 } } }],
    ['proofs.header', { proofs: { header: { ...header, previous: { value: 'b', until: 'soon' } } } }],
    ['proofs.basic', { proofs: { basic: { username: 'a', password: '' } } }],
    ['proofs.query', { proofs: { query: { name: '', value: 'a' } } }],
  ])('says that %s is not valid and uses its default', (name, raw) => {
    const { settings, problems } = readSettings(raw)
    expect(settings).toEqual(defaultSettings)
    expect(problems).toEqual([expect.stringContaining(`settings.json: ${name} must be`)])
  })

  it('says what a way in lacks, and takes none', () => {
    const { settings, problems } = readSettings({ tunnel: { kind: 'own-url', url: 'http://example.com' } })
    expect(settings).toEqual(defaultSettings)
    expect(problems).toEqual([
      expect.stringMatching(/^settings\.json: tunnel\.url must be .+ there is no tunnel\.$/),
    ])
  })
})
