import { expect, it } from 'vitest'
import { pastes } from '../../../renderer/alarm/pastes.ts'

it('names each value once, with all the fields that it goes into', () => {
  const paste = [
    { field: 'Webhooks (v2): URL', value: 'b' },
    { field: 'In-call: URL', value: 'b' },
    { field: 'Header', value: 'c' },
  ]
  expect(pastes({ heardOn: 'a', url: 'b', paste })).toEqual([
    { value: 'b', fields: ['Webhooks (v2): URL', 'In-call: URL'] },
    { value: 'c', fields: ['Header'] },
  ])
})
