import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeText, visibleText } from '../../shared/safe-text.ts'

/** Half surrogates included. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
})

describe('safeText', () => {
  it.each([
    ['leaves a plain name', 'R. Deshpande', 'R. Deshpande'],
    ['leaves markup as the text it is', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['leaves Devanagari with its joiners', 'क्‍ष श्रीमती', 'क्‍ष श्रीमती'],
    ['leaves right-to-left letters', 'محمد عبد الرحمن', 'محمد عبد الرحمن'],
    ['leaves an emoji of several', '👩‍👧 ☎️', '👩‍👧 ☎️'],
    ['makes one line of several', 'a\r\nb\tc\u2028d', 'a b c d'],
    ['shows a control character', 'Asha\u0000\u0007\u007F', 'Asha␀␇␡'],
    ['shows a C1 control', 'a\u0090b', 'a\uFFFDb'],
    ['shows a direction override', '\u202Egnp.exe', '\uFFFDgnp.exe'],
    ['shows an embedding and an isolate', 'a\u202Bb\u2067c\u2069', 'a\uFFFDb\uFFFDc\uFFFD'],
    ['drops direction marks', '\u200Ea\u200Fb\u061C', 'ab'],
    ['drops what has no width', 'a\u200Bb\uFEFFc\u2060', 'abc'],
    ['drops fillers that look like nothing', '\u3164\u115F\u2800', ''],
    ['drops tag characters', 'a\u{E0041}\u{E0042}', 'a'],
    ['shows half a surrogate pair', 'a\uD83D', 'a\uFFFD'],
    ['trims', '  a  ', 'a'],
  ])('%s', (_case, given, shown) => {
    expect(safeText(given)).toBe(shown)
  })

  it('never lets a control or a direction override through, whatever comes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(safeText(text))) throw new Error('let one through')
      }),
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(safeText(safeText(text))).toBe(safeText(text))
      }),
    )
  })
})

describe('visibleText', () => {
  it.each([[null], [''], ['  '], ['\u200B\u3164']])('is null where nothing would be seen: %j', (text) => {
    expect(visibleText(text)).toBeNull()
  })

  it('is the text as it is shown', () => {
    expect(visibleText(' Asha ')).toBe('Asha')
  })
})
