import { describe, expect, it } from 'vitest'
import { secondNumber, whoText } from '../../../renderer/wording/who.ts'

describe('who called', () => {
  it.each([
    ['the name', { name: 'R. Deshpande', number: '98230 45678' }, 'R. Deshpande', '98230 45678'],
    ['the number without a name', { name: null, number: '98230 45678' }, '98230 45678', null],
    [
      'the number where the name is nothing to see',
      { name: '\u200B ', number: '98230 45678' },
      '98230 45678',
      null,
    ],
    ['that the number is withheld', { name: null, number: null, withheld: true }, 'Number withheld', null],
    ['that no number was told', { name: null, number: null }, 'Number not told', null],
    ['a name without a number', { name: 'Asha', number: null }, 'Asha', null],
    ['a disarmed name', { name: '\u202Eevil', number: null }, '\uFFFDevil', null],
  ])('is %s', (_case, changes, who, second) => {
    const caller = { withheld: false, ...changes }
    expect(whoText(caller)).toBe(who)
    expect(secondNumber(caller)).toBe(second)
  })
})
