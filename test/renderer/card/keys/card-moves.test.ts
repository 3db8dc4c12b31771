import { describe, expect, it } from 'vitest'
import { placeAfter } from '../../../../renderer/card/keys/card-moves.ts'

/** Three rows; the second is entered at its note. */
const rows = { controls: [4, 3, 2], entries: [0, 2, 0] }
const at = (row: number, control: number) => ({ row, control })

describe('an arrow on the card', () => {
  it.each([
    ['ArrowRight', at(0, 0), at(0, 1)],
    ['ArrowLeft', at(0, 1), at(0, 0)],
    ['ArrowRight', at(0, 3), at(0, 3)],
    ['ArrowLeft', at(0, 0), at(0, 0)],
    ['ArrowDown', at(0, 3), at(1, 2)],
    ['ArrowDown', at(1, 0), at(2, 0)],
    ['ArrowDown', at(2, 1), at(2, 1)],
    ['ArrowUp', at(1, 2), at(0, 0)],
    ['ArrowUp', at(0, 2), at(0, 2)],
    ['ArrowDown', null, at(0, 0)],
  ])('%s leads from %j to %j', (key, from, to) => {
    expect(placeAfter(key, { ...rows, from })).toEqual(to)
  })

  it('leads nowhere on an empty card, and other keys do not move', () => {
    expect(placeAfter('ArrowDown', { controls: [], entries: [], from: null })).toBeNull()
    expect(placeAfter('Enter', { ...rows, from: at(0, 0) })).toBeNull()
  })
})
