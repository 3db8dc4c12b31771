import { expect, it } from 'vitest'
import { headerLine } from '../../main/set-up/header-line.ts'

it('is in the form of MyOperator’s panel, whatever the secret holds', () => {
  expect(headerLine({ name: 'a', value: 'b' })).toBe('["a: b"]')
  expect(headerLine({ name: 'a', value: 'b"c' })).toBe('["a: b\\"c"]')
})
