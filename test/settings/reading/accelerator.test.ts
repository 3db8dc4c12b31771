import { describe, expect, it } from 'vitest'
import { isAccelerator } from '../../../main/settings/reading/accelerator.ts'

describe('a shortcut for the whole desktop', () => {
  it.each([
    'CommandOrControl+Alt+R',
    'Control+Shift+Space',
    'Alt+1',
    'Super+/',
    'Meta+Plus',
    'F9',
    'Shift+F12',
  ])('can be %s', (keys) => {
    expect(isAccelerator(keys)).toBe(true)
  })

  it.each([
    '',
    'R',
    'Shift+R',
    'Control',
    'Control+Alt',
    'Control+',
    'Control+r',
    'Control+RR',
    'Control+Control+R',
    'Hyper+R',
    'R+Control',
    'F25',
    `${'Alt+'.repeat(20)}R`,
    null,
    7,
  ])('is not %j', (keys) => {
    expect(isAccelerator(keys)).toBe(false)
  })
})
