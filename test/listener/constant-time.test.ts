import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createProofFinder, matcher } from '../../main/listener/proofs.ts'
import { welchT } from '../support/welch.ts'

/** As Ringtray makes them: 256 bits. */
const secret = randomBytes(32).toString('hex')
const expected = Buffer.from(secret)

/** The guesses that a timing attack tells apart: wrong from the first character on, and wrong in the last one only. */
const wrongAtOnce = Buffer.from(`!${secret.slice(1)}`)
const wrongAtLast = Buffer.from(`${secret.slice(0, -1)}!`)

/** The control: what `===` on bytes would do, and what must never stand in the door. */
function isSameUnsafely(given: Buffer): boolean {
  for (let index = 0; index < expected.length; index++) {
    if (given[index] !== expected[index]) return false
  }
  return given.length === expected.length
}

const rounds = 7
const samplesPerRound = 1_200
/** One comparison is too short for the clock. */
const comparisonsPerSample = 20
/** An interrupted sample says nothing about the comparison: the slow half is not looked at. */
const keptShare = 0.5
/** Beyond it a difference is taken for real; far above what chance gives a median of seven. */
const realT = 6

describe('the time that a comparison takes', () => {
  it('tells how much of a guess is right where it ends at the first difference: the control', () => {
    expect(medianT(isSameUnsafely)).toBeGreaterThan(realT)
  })

  it.each<[string, (given: Buffer) => unknown]>([
    ['the comparison', matcher(secret)],
    ['the whole search for a proof', findHeader()],
  ])('tells nothing in ours: %s', (_, compare) => {
    expect(medianT(compare)).toBeLessThan(realT)
  })
})

function findHeader(): (given: Buffer) => unknown {
  const find = createProofFinder({ header: { name: 'x', value: secret }, basic: null, query: null })
  return (given) => find({ headersDistinct: { x: [given.toString('latin1')] } }, [], 0)
}

/** Of several rounds: a busy machine disturbs one or two of them, a leak shows in all. */
function medianT(compare: (given: Buffer) => unknown): number {
  measure(compare)
  const all = Array.from({ length: rounds }, () => measure(compare)).sort((a, b) => a - b)
  return all[rounds >> 1] ?? Number.NaN
}

/** Both kinds of guesses in random order, each from the same place in memory: only their content differs. */
function measure(compare: (given: Buffer) => unknown): number {
  const given = Buffer.alloc(expected.length)
  const order = randomBytes(samplesPerRound)
  const took: [atOnce: number[], atLast: number[]] = [[], []]
  for (const byte of order) {
    const kind = byte & 1
    ;(kind === 0 ? wrongAtOnce : wrongAtLast).copy(given)
    const startedNs = process.hrtime.bigint()
    for (let count = 0; count < comparisonsPerSample; count++) compare(given)
    took[kind === 0 ? 0 : 1].push(Number(process.hrtime.bigint() - startedNs))
  }
  return welchT(fastShare(took[0]), fastShare(took[1]))
}

function fastShare(sample: number[]): number[] {
  return sample.sort((a, b) => a - b).slice(0, Math.floor(sample.length * keptShare))
}
