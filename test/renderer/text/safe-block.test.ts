import { describe, expect, it } from 'vitest'
import { isolatedPieces, safeBlock } from '../../../renderer/text/safe-block.ts'

describe('a block of text from outside', () => {
  it.each([
    ['keeps its lines and indents', '{\n  "a": [\n    1\n  ]\n}', '{\n  "a": [\n    1\n  ]\n}'],
    ['breaks lines as every system does', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['keeps blank lines between, not behind', 'a\n\nb\n\n \n', 'a\n\nb'],
    ['turns tabs into an indent', '\t\ta\tb', '    a b'],
    ['shows control characters', 'a\u0000\u0007\u001B[31mb', 'a\u2400\u2407\u241B[31mb'],
    ['disarms what reorders', '"\u202Eevil"\n\u2066x', '"\uFFFDevil"\n\uFFFDx'],
    ['takes no other character for a line break', 'a\u2028b\u0085c\vd', 'a b c d'],
    ['leaves out what cannot be seen', '\u200B  a\uFEFF', 'a'],
    ['keeps scripts and emoji whole', 'दिवाळी 👩‍💻\nمحمد', 'दिवाळी 👩‍💻\nمحمد'],
    ['may be empty', '', ''],
  ])('%s', (_case, text, safe) => {
    expect(safeBlock(text)).toBe(safe)
  })
})

describe('the pieces of a block', () => {
  it('are one where all is written from left to right', () => {
    expect(isolatedPieces('{ "name": "सुनीता" }')).toEqual(['{ "name": "सुनीता" }'])
  })

  it('set quoted words apart that are written from right to left', () => {
    expect(isolatedPieces('{ "a": 1, "نام": "محمد \\" x", 5 }')).toEqual([
      '{ "a": 1, ',
      '"نام"',
      ': ',
      '"محمد \\" x"',
      ', 5 }',
    ])
  })

  it('lose nothing, also where a quote is never closed', () => {
    for (const text of ['"محمد\n"a" "b', 'محمد "محمد" "محمد', '"محمد""محمد"'])
      expect(isolatedPieces(text).join('')).toBe(text)
  })
})
