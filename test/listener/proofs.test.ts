import { describe, expect, it } from 'vitest'
import { createProofFinder, hasProof, matcher } from '../../main/listener/proofs.ts'
import type { Proofs } from '../../shared/settings.ts'

const nowMs = Date.parse('2026-11-23T12:00:00Z')
const none: Proofs = { header: null, basic: null, query: null }
const header = { name: 'X-Ringtray-Token', value: 'abc123' }
const basic = { username: 'admin', password: 'pä:sss' }
const query = { name: 'key', value: 'abc123' }

const find = (
  proofs: Partial<Proofs>,
  headersDistinct: Record<string, string[]> = {},
  pairs: [string, string][] = [],
) => createProofFinder({ ...none, ...proofs })({ headersDistinct }, pairs, nowMs)

const basicOf = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

describe('finding the proof of a request', () => {
  it.each<[string, string[] | undefined, string | null]>([
    ['the value', ['abc123'], 'header'],
    ['no header', undefined, null],
    ['an empty value', [''], null],
    ['a prefix', ['abc12'], null],
    ['a longer value', ['abc1234'], null],
    ['another case', ['ABC123'], null],
    ['the value twice', ['abc123', 'abc123'], null],
    ['a right and a wrong value', ['wrong', 'abc123'], null],
  ])('judges a header with %s', (_name, values, expected) => {
    expect(find({ header }, values && { 'x-ringtray-token': values })).toBe(expected)
  })

  it('compares the bytes of a header that is not ASCII', () => {
    const sent = Buffer.from('größe').toString('latin1')
    expect(find({ header: { name: 't', value: 'größe' } }, { t: [sent] })).toBe('header')
  })

  it.each<[string, string, string | null]>([
    ['the pair', basicOf('admin:pä:sss'), 'basic'],
    ['the scheme in capitals', basicOf('admin:pä:sss').replace('Basic', 'BASIC'), 'basic'],
    ['another user', basicOf('root:pä:sss'), null],
    ['a password cut at its colon', basicOf('admin:pä'), null],
    ['no colon', basicOf('admin'), null],
    ['no padding', basicOf('admin:pä:sss').replace(/=+$/, ''), null],
    ['what is no base64', 'Basic %%%%', null],
    ['an empty pair', 'Basic ', null],
    ['another scheme', basicOf('admin:pä:sss').replace('Basic', 'Bearer'), null],
  ])('judges Basic with %s', (_name, value, expected) => {
    expect(find({ basic }, { authorization: [value] })).toBe(expected)
  })

  it.each<[string, [string, string][], string | null]>([
    [
      'the value',
      [
        ['a', 'b'],
        ['key', 'abc123'],
      ],
      'query',
    ],
    [
      'the value twice',
      [
        ['key', 'abc123'],
        ['key', 'abc123'],
      ],
      null,
    ],
    ['another case of the name', [['Key', 'abc123']], null],
    ['nothing', [], null],
  ])('judges a query parameter with %s', (_name, pairs, expected) => {
    expect(find({ query }, {}, pairs)).toBe(expected)
  })

  it('admits any one of several configured proofs', () => {
    const proofs = { header, basic, query }
    expect(find(proofs, { authorization: [basicOf('admin:pä:sss')] })).toBe('basic')
    expect(find(proofs, {}, [['key', 'abc123']])).toBe('query')
    expect(find(proofs, { 'x-ringtray-token': ['wrong'] }, [['key', 'abc123']])).toBe('query')
    expect(find(proofs, { 'x-ringtray-token': ['wrong'] })).toBeNull()
  })

  it.each([
    ['2026-11-23T12:00:01Z', 'header'],
    ['2026-11-23T12:00:00Z', null],
  ])('admits the previous secret until %s', (until, expected) => {
    const changed = { ...header, previous: { value: 'old', until } }
    expect(find({ header: changed }, { 'x-ringtray-token': ['old'] })).toBe(expected)
  })

  it('admits nobody where nothing is configured', () => {
    expect(find({}, { 'x-ringtray-token': [''] }, [['', '']])).toBeNull()
    expect([hasProof(none), hasProof({ ...none, query })]).toEqual([false, true])
  })

  it('holds nothing equal to what was not given', () => {
    expect(matcher('')(null)).toBe(false)
    expect(matcher('a')(Buffer.from('a'))).toBe(true)
  })
})
