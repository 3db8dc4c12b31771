import { describe, expect, it } from 'vitest'
import { agentTexts } from '../../../main/myoperator/values/agents.ts'
import { readId, readList, readText, readTexts, readUid } from '../../../main/myoperator/values/fields.ts'

describe('what is read of a field', () => {
  it('is at most 4,000 characters of a text', () => {
    expect(readText('x'.repeat(9_000))).toHaveLength(4_000)
  })

  it('is no id where it is longer than any id', () => {
    expect(readId('x'.repeat(200))).toHaveLength(200)
    expect(readId('x'.repeat(201))).toBeNull()
  })

  it.each([
    ['own:5', 'uid:own:5'],
    ['log:5f251a5a0dbe2437', 'uid:log:5f251a5a0dbe2437'],
    ['n2.1596270949.21', 'n2.1596270949.21'],
    ['', null],
  ])('is told apart from our own ids: uid %j is %j', (uid, read) => {
    expect(readUid(uid)).toBe(read)
  })

  it('is at most 100 members of a list, however it is written', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `a${at}`)
    expect(readList(many)).toHaveLength(100)
    expect(readTexts(JSON.stringify(many))).toHaveLength(100)
    for (const value of [many, JSON.stringify(many), many.join(','), { ...many }]) {
      expect(agentTexts(value).length).toBeLessThanOrEqual(100)
    }
  })
})
