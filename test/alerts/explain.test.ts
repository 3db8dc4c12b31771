import { describe, expect, it } from 'vitest'
import { type AlertOutcome, explainAlert, isNews } from '../../main/alerts/explain.ts'

const explain = (value?: string) =>
  explainAlert({
    edits: value === undefined ? {} : { alert: { value, at: '2026-11-23T06:28:09.000Z', desk: 'a' } },
  })

describe('why a call was shown or not', () => {
  it.each<AlertOutcome>([
    'rang',
    'missed',
    'outgoing',
    'stale',
    'not-mine',
    'not-ringing',
    'over',
    'do-not-disturb',
  ])('has a sentence for %s', (outcome) => {
    expect(explain(outcome)).toMatch(/^(Shown|Not shown).*\.$/)
  })

  it('says so where no desktop was there, and where a later version wrote the reason', () => {
    expect(explain()).toContain('no desktop')
    expect(explain('__proto__')).toContain('not known to this version')
  })

  it('never lets a silence replace what was shown', () => {
    expect(isNews('over', 'rang')).toBe(false)
    expect(isNews('missed', 'rang')).toBe(true)
    expect(isNews('rang', 'rang')).toBe(false)
    expect(isNews('rang', 'do-not-disturb')).toBe(true)
    expect(isNews('over', 'not-ringing')).toBe(true)
    expect(isNews('over', undefined)).toBe(true)
  })
})
