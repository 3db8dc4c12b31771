import { describe, expect, it } from 'vitest'
import {
  checkNews,
  checkSentence,
  checkTitle,
  checkWord,
} from '../../../../renderer/setup/checks/check-wording.ts'
import { checksAll, noon, withCheck } from '../example-set-up.ts'

const waiting = checksAll('waiting')

describe('a check in words', () => {
  it('has a title that is true', () => {
    expect(checkTitle({ code: 'secret-right', state: 'done' })).toBe('The secret is right')
    expect(checkTitle({ code: 'secret-right', state: 'wrong' })).toBe('The secret is wrong')
    expect(checkTitle({ code: 'ringing-seen', state: 'wrong' })).toBe('No ringing seen')
    expect(checkTitle({ code: 'end-seen', state: 'waiting' })).toBe('End of the call seen')
  })

  it('does not say its title again in its sentence', () => {
    const check = { code: 'secret-right', state: 'wrong', at: null } as const
    const sentence = 'The secret is wrong: a request was refused.'
    expect(checkSentence({ ...check, sentence })).toBe('A request was refused.')
    expect(checkSentence({ ...check, state: 'done', sentence })).toBe(sentence)
  })

  it('has a word with an age where it was seen', () => {
    const check = { code: 'end-seen', sentence: '' } as const
    const at = '2026-11-23T11:57:00.000Z'
    expect(checkWord({ ...check, state: 'done', at }, noon)).toBe('seen 3 min ago')
    expect(checkWord({ ...check, state: 'done', at: null }, noon)).toBe('done')
    expect(checkWord({ ...check, state: 'waiting', at: null }, noon)).toBe('waiting')
    expect(checkWord({ ...check, state: 'wrong', at }, noon)).toBe('wrong, 3 min ago')
    expect(checkWord({ ...check, state: 'wrong', at: null }, noon)).toBe('wrong')
  })
})

describe('what is read out', () => {
  it('is nothing while nothing has changed, a sentence or an age excepted', () => {
    expect(checkNews(waiting, withCheck(waiting, 'end-seen', { sentence: 'Other words.' }))).toBeNull()
  })

  it('is each line that has changed, and what to do about a wrong one', () => {
    const rung = withCheck(waiting, 'ringing-seen', { state: 'done' })
    const now = withCheck(rung, 'end-seen', { state: 'wrong', sentence: 'Tick End in Events.' })
    expect(checkNews(waiting, now)).toBe('Ringing seen: done. End of the call not seen. Tick End in Events.')
  })
})
