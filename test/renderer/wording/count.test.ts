import { expect, it } from 'vitest'
import { countText, deliveriesCount } from '../../../renderer/wording/count.ts'

it('groups figures as India does', () => {
  expect([7, 1_204, 120_400].map(countText)).toEqual(['7', '1,204', '1,20,400'])
})

it('counts deliveries', () => {
  expect([0, 1, 2].map(deliveriesCount)).toEqual(['0 deliveries', '1 delivery', '2 deliveries'])
})
