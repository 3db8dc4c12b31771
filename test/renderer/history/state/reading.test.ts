import { describe, expect, it } from 'vitest'
import { createReading } from '../../../../renderer/history/state/reading.ts'

function createDesk() {
  const asked: PromiseWithResolvers<string>[] = []
  const reading = createReading(() => {
    const answer = Promise.withResolvers<string>()
    asked.push(answer)
    return answer.promise
  })
  return { reading, asked }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('a reading', () => {
  it('asks nothing until it is told to', () => {
    const { reading, asked } = createDesk()
    expect(asked).toHaveLength(0)
    expect(reading.view()).toEqual({ state: 'loading', answer: null, reason: null })
  })

  it('keeps its answer while it asks again', async () => {
    const { reading, asked } = createDesk()
    const read = reading.read()
    asked[0]?.resolve('one')
    await read
    expect(reading.view()).toEqual({ state: 'ready', answer: 'one', reason: null })
    void reading.read()
    expect(reading.view()).toEqual({ state: 'loading', answer: 'one', reason: null })
  })

  it('asks one at a time, and never shows what was outdated before it came', async () => {
    const { reading, asked } = createDesk()
    const shown: (string | null)[] = []
    reading.subscribe(() => void shown.push(reading.view().answer))
    const reads = [reading.read(), reading.read(), reading.read()]
    expect(asked).toHaveLength(1)
    asked[0]?.resolve('old')
    await settle()
    expect(asked).toHaveLength(2)
    asked[1]?.resolve('new')
    await Promise.all(reads)
    expect(asked).toHaveLength(2)
    expect(shown).toEqual(['new'])
  })

  it('says why it failed, keeps what it had, and can be read again', async () => {
    const { reading, asked } = createDesk()
    void reading.read()
    asked[0]?.resolve('one')
    await settle()
    void reading.read()
    asked[1]?.reject(new Error('journal file 12 is damaged'))
    await settle()
    expect(reading.view()).toEqual({ state: 'failed', answer: 'one', reason: 'journal file 12 is damaged' })
    void reading.read()
    asked[2]?.resolve('two')
    await settle()
    expect(reading.view()).toEqual({ state: 'ready', answer: 'two', reason: null })
  })
})
