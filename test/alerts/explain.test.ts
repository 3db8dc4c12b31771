import { describe, expect, it } from 'vitest'
import { type AlertOutcome, explainAlert, isNews } from '../../main/alerts/explain.ts'
import { project } from '../../main/calls/project.ts'
import { createDisplay } from '../../main/display.ts'
import { arrive } from '../calls/facts.ts'
import { asha, me, ring } from './stage.ts'

const display = createDisplay({ country: 'IN', me: ['+919000010002'] })

function explain(value?: string, agents = [asha]) {
  const alert = value === undefined ? {} : { alert: { value, at: '2026-11-23T06:28:09.000Z', desk: 'a' } }
  return explainAlert({ edits: alert }, project('call', arrive(ring(0, ...agents)), {}), display)
}

describe('why a call was shown or not', () => {
  it.each<AlertOutcome>([
    'rang',
    'missed',
    'outgoing',
    'ignored',
    'stale',
    'not-mine',
    'not-ringing',
    'over',
    'do-not-disturb',
    'outside-shift',
    'away',
  ])('has a sentence for %s', (outcome) => {
    expect(explain(outcome)).toMatch(/^(Shown|Not shown).*\.$/)
  })

  it('names whom it rang instead', () => {
    expect(explain('not-mine')).toBe('Not shown: it rang Asha, not you.')
    expect(explain('not-mine', [{ number: '+919823011110' }])).toBe(
      'Not shown: it rang 98230 11110, not you.',
    )
    expect(explain('not-mine', [asha, me])).toBe('Not shown: it rang others, not you.')
    expect(explain('not-mine', [])).toBe('Not shown: it rang others, not you.')
  })

  it('says so where no desktop was there, and where a later version wrote the reason', () => {
    expect(explain()).toContain('no desktop')
    expect(explain('__proto__')).toContain('not known to this version')
  })
})

describe('what is kept of it', () => {
  it.each<[AlertOutcome, string | undefined, boolean]>([
    ['over', undefined, true],
    ['over', 'not-ringing', true],
    ['over', 'not-mine', true],
    ['rang', 'rang', false],
    ['missed', 'rang', true],
    ['rang', 'do-not-disturb', true],
    ['rang', 'not-mine', true],
    ['do-not-disturb', 'not-mine', true],
    ['rang', 'of a later version', true],
    // A silence never replaces what was shown.
    ['over', 'rang', false],
    ['do-not-disturb', 'missed', false],
    // What becomes of the call is no reason why its ring was not shown.
    ['over', 'do-not-disturb', false],
    ['not-mine', 'outside-shift', false],
    ['stale', 'not-mine', false],
    ['stale', 'over', false],
    ['ignored', 'away', false],
  ])('takes %s after %s: %s', (outcome, kept, expected) => {
    expect(isNews(outcome, kept)).toBe(expected)
  })
})
