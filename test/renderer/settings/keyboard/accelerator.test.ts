import { describe, expect, it } from 'vitest'
import { isAccelerator } from '../../../../main/settings/reading/accelerator.ts'
import { captureKeys, type PressedKeys } from '../../../../renderer/settings/keyboard/accelerator.ts'
import type { Platform } from '../../../../renderer/settings/wording/keys-wording.ts'

const none: PressedKeys = {
  key: '',
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
}
const [ctrlKey, altKey, shiftKey, metaKey] = [true, true, true, true]

describe('keys that are pressed together', () => {
  it.each<[string, Partial<PressedKeys>, Platform]>([
    ['Control+Alt+R', { key: 'r', code: 'KeyR', ctrlKey, altKey }, 'other'],
    ['Control+Shift+R', { key: 'R', code: 'KeyR', ctrlKey, shiftKey }, 'other'],
    // Option writes another character; the place of the key is what is meant.
    ['Command+Alt+R', { key: '®', code: 'KeyR', metaKey, altKey }, 'mac'],
    ['Super+R', { key: 'r', code: 'KeyR', metaKey }, 'windows'],
    // On a French keyboard the letter, not the place.
    ['Control+A', { key: 'a', code: 'KeyQ', ctrlKey }, 'other'],
    ['Control+R', { key: 'र', code: 'KeyR', ctrlKey }, 'other'],
    ['Alt+1', { key: '!', code: 'Digit1', altKey }, 'other'],
    ['Alt+Space', { key: ' ', code: 'Space', altKey }, 'other'],
    ['Alt+Up', { key: 'ArrowUp', code: 'ArrowUp', altKey }, 'other'],
    ['Alt+Return', { key: 'Enter', code: 'Enter', altKey }, 'other'],
    ["Alt+'", { key: "'", code: 'Quote', altKey }, 'other'],
    ['F8', { key: 'F8', code: 'F8' }, 'other'],
  ])('are %s, which the settings take', (keys, pressed, platform) => {
    expect(captureKeys({ ...none, ...pressed }, platform)).toEqual({ keys })
    expect(isAccelerator(keys)).toBe(true)
  })

  it.each<[string, Partial<PressedKeys>]>([
    ['more-to-come', { key: 'Control', code: 'ControlLeft', ctrlKey }],
    ['no-modifier', { key: 'r', code: 'KeyR' }],
    ['no-modifier', { key: 'R', code: 'KeyR', shiftKey }],
    ['unknown-key', { key: 'MediaPlayPause', code: 'MediaPlayPause', ctrlKey }],
    ['unknown-key', { key: 'Tab', code: 'Tab', ctrlKey }],
  ])('are none yet: %s', (because, pressed) => {
    expect(captureKeys({ ...none, ...pressed }, 'other')).toEqual({ because })
  })
})
