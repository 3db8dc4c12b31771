import { describe, expect, it } from 'vitest'
import {
  keyWords,
  type Platform,
  platformOf,
  spokenKeys,
} from '../../../../renderer/settings/wording/keys-wording.ts'

describe('keys in the words of a keyboard', () => {
  it.each<[string, Platform, string, string]>([
    ['CommandOrControl+Alt+R', 'other', 'Ctrl Alt R', 'Ctrl Alt R'],
    ['CommandOrControl+Alt+R', 'mac', '⌘ ⌥ R', 'Command Option R'],
    ['Control+Shift+F8', 'mac', '⌃ ⇧ F8', 'Control Shift F8'],
    ['Super+Return', 'windows', 'Win Enter', 'Win Enter'],
    ['Super+/', 'other', 'Super /', 'Super /'],
    ['Alt+Plus', 'other', 'Alt +', 'Alt +'],
  ])('%s on %s are %s', (keys, platform, words, forTheEar) => {
    expect(keyWords(keys, platform).join(' ')).toBe(words)
    expect(spokenKeys(keys, platform)).toBe(forTheEar)
  })

  it('knows the platform by what the browser says', () => {
    expect(platformOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('mac')
    expect(platformOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('windows')
    expect(platformOf('Mozilla/5.0 (X11; Linux x86_64)')).toBe('other')
  })
})
