import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeForm } from '../../../main/myoperator/bytes/percent.ts'
import { parseQuery } from '../../../main/myoperator/delivery.ts'

describe('a query string', () => {
  it.each<[search: string, pairs: [string, string][]]>([
    ['', []],
    ['?', []],
    [
      '?a=1&b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'a=1&a=2',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
    [
      'a&b=&=c&&',
      [
        ['a', ''],
        ['b', ''],
        ['', 'c'],
      ],
    ],
    ['a=b=c', [['a', 'b=c']]],
    ['caller_number=+919999999999', [['caller_number', '+919999999999']]],
    ['caller_number=%2B919999999999', [['caller_number', '+919999999999']]],
    ['caller_number=%20919999999999', [['caller_number', ' 919999999999']]],
    ['name=Asha+Rao', [['name', 'Asha Rao']]],
    ['name=+Asha', [['name', ' Asha']]],
    ['name=%E0%A4%B0%E0%A4%B5%E0%A4%BF', [['name', 'रवि']]],
    [
      'a=100%&b=%zz&c=%E0%A4&d=%41%FF%42',
      [
        ['a', '100%'],
        ['b', '%zz'],
        ['c', '%E0%A4'],
        ['d', 'A%FFB'],
      ],
    ],
    [
      'a=%C0%AF&b=%ED%A0%80&c=%F4%90%80%80',
      [
        ['a', '%C0%AF'],
        ['b', '%ED%A0%80'],
        ['c', '%F4%90%80%80'],
      ],
    ],
    [
      '__proto__=1&constructor=2',
      [
        ['__proto__', '1'],
        ['constructor', '2'],
      ],
    ],
  ])('is read as pairs in order: %j', (search, pairs) => {
    expect(parseQuery(search)).toEqual(pairs)
  })

  it('is read back as it was written, whatever the texts', () => {
    const texts = fc.string({ unit: 'grapheme' }).filter((text) => !/^\+?\d/.test(text))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), texts)), (pairs) => {
        expect(parseQuery(new URLSearchParams(pairs).toString())).toEqual(pairs)
      }),
    )
  })

  it('decodes what is well-formed and leaves the rest, never throwing', () => {
    const scraps = fc.constantFrom(
      '%',
      '%4',
      '%41',
      '%E0',
      '%A4',
      '%B0',
      '%F0',
      '%9F',
      '%93',
      '%9E',
      'é',
      '+',
      '&',
      '=',
    )
    fc.assert(
      fc.property(
        fc.array(scraps).map((parts) => parts.join('')),
        (text) => {
          parseQuery(text)
          expect(encodeURI(decodeForm(text))).toBeTypeOf('string')
        },
      ),
    )
  })
})
