import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupInternational, groupNumber, nationalDigits, readNumber } from '../../shared/phone-number.ts'

// fast-check's own full range takes seconds to set up.
const exoticText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units))

describe('a phone number', () => {
  it.each([
    '9711636496',
    '919711636496',
    '+919711636496',
    ' 919711636496',
    '%2B919711636496',
    '09711636496',
    '00919711636496',
    '+91 97116 36496',
    '+91-97116-36496',
    '097116-36496',
    '(971) 163 6496',
    ' 9711636496',
    '9711636496 ',
    '9711636496\n',
  ])('is one in every form: %j', (raw) => {
    expect(readNumber(raw, 'IN')).toEqual({ number: '+919711636496' })
  })

  it.each([
    ['1140000000', 'IN', '+911140000000'],
    ['442079460018', 'IN', '+442079460018'],
    ['+442079460018', 'IN', '+442079460018'],
    [' 442079460018', 'IN', '+442079460018'],
    ['00447911123456', 'IN', '+447911123456'],
    ['12025550123', 'IN', '+12025550123'],
    ['02079460018', 'GB', '+442079460018'],
    ['919711636496', 'GB', '+919711636496'],
    ['+919711636496', '', '+919711636496'],
    ['+919711636496', 'nowhere', '+919711636496'],
    ['919711636496', 'nowhere', '+919711636496'],
  ])('%j in %s is %s', (raw, country, number) => {
    expect(readNumber(raw, country)).toEqual({ number })
  })

  it.each([
    '',
    ' ',
    '+',
    'anonymous',
    'unknown',
    'abc123',
    'abc9711636496',
    '9711636496 ext 5',
    '9711636496;ext=5',
    '12345',
    '971163649',
    '919711636496919711636497',
    '9711636496,9711636497',
    '9711636496 9711636497',
    '9711636496/9711636497',
    '0000000000',
    '5cd40f6556f2f124',
    '9'.repeat(200),
    '__proto__',
  ])('is not what has letters, is two, or is none: %j', (raw) => {
    expect(readNumber(raw, 'IN')).toBeNull()
  })

  it('is read the same the first time and from memory', () => {
    const numbers = Array.from({ length: 10_000 }, (_, at) => String(9_711_600_000 + at))
    const read = () => numbers.map((raw) => readNumber(raw, 'IN')?.number)
    expect(read()).toEqual(read())
    expect(readNumber('2079460018', 'GB')).toEqual({ number: '+442079460018' })
    expect(readNumber('2079460018', 'IN')).not.toEqual({ number: '+442079460018' })
  })

  it('is valid or null, whatever the text', () => {
    const scraps = fc.array(fc.constantFrom('+', ' ', '0', '91', '9711636496', '-', 'a', '٩', '44', '\u0000'))
    fc.assert(
      fc.property(
        fc.oneof(
          scraps.map((parts) => parts.join('')),
          exoticText,
        ),
        (raw) => {
          expect(readNumber(raw, 'IN')?.number ?? '+9').toMatch(/^\+[1-9]\d*$/)
          for (const show of [groupNumber, nationalDigits]) expect(show(raw, 'IN')).toBeTypeOf('string')
          expect(groupInternational(raw)).toBeTypeOf('string')
        },
      ),
    )
  })
})

describe('a number for the eye', () => {
  it.each([
    ['+919823045678', 'IN', '98230 45678', '+91 98230 45678', '9823045678'],
    ['+911140000000', 'IN', '011 4000 0000', '+91 11 4000 0000', '1140000000'],
    ['+442079460018', 'IN', '+44 20 7946 0018', '+44 20 7946 0018', '+442079460018'],
    ['+442079460018', 'GB', '020 7946 0018', '+44 20 7946 0018', '02079460018'],
    ['+12025550123', 'US', '(202) 555-0123', '+1 202 555 0123', '2025550123'],
    ['+919823045678', 'GB', '+91 98230 45678', '+91 98230 45678', '+919823045678'],
    ['abc', 'IN', 'abc', 'abc', 'abc'],
    ['', 'IN', '', '', ''],
  ])('%s in %s', (e164, country, grouped, international, digits) => {
    expect(groupNumber(e164, country)).toBe(grouped)
    expect(groupInternational(e164)).toBe(international)
    expect(nationalDigits(e164, country)).toBe(digits)
  })
})
