import { describe, expect, it } from 'vitest'
import { type Decision, decide, type Quiet, type Silence, type Situation } from '../../main/alerts/decide.ts'
import { minuteMs } from '../../shared/time.ts'

const usual: Situation = {
  standing: 'rings-me',
  ageMs: 0,
  isMine: true,
  shown: null,
  shownBefore: false,
  seen: false,
  isIgnored: false,
  quiet: null,
}

const show = (as: Extract<Decision, { action: 'show' }>['as']): Decision => ({ action: 'show', as })
const silent = (because: Silence): Decision => ({ action: 'stay-silent', because })
const leave: Decision = { action: 'leave' }
const close: Decision = { action: 'close' }
const miss: Decision = { action: 'miss' }
const old = 10 * minuteMs + 1
const notMine = { isMine: false }

describe('the alert decision', () => {
  it.each<[string, Partial<Situation>, Decision]>([
    // Mine or not, and how far it has come.
    ['a call in the menu', { standing: 'not-ringing' }, silent('not-ringing')],
    ['a ring at me', {}, show('ringing')],
    ['a ring at others', { standing: 'rings-others', ...notMine }, silent('not-mine')],
    ['an outgoing call', { standing: 'outgoing' }, silent('outgoing')],
    ['my answer, first heard of', { standing: 'with-me' }, silent('over')],
    ['an answer of others, first heard of', { standing: 'with-others', ...notMine }, silent('not-mine')],
    ['an answer to a ring of mine that was never heard', { standing: 'with-others' }, silent('over')],
    ['a talk that is over, first heard of', { standing: 'over' }, silent('over')],
    ['a talk of others that is over', { standing: 'over', ...notMine }, silent('not-mine')],
    ['a miss of mine', { standing: 'missed' }, miss],
    ['a miss of others', { standing: 'missed', ...notMine }, silent('not-mine')],
    // Freshness.
    ['a ring of ten minutes ago', { ageMs: 10 * minuteMs }, show('ringing')],
    ['a ring that is older', { ageMs: old }, silent('stale')],
    ['a long ring that is shown', { ageMs: old, shown: 'ringing' }, show('ringing')],
    ['a miss heard of late', { standing: 'missed', ageMs: old }, silent('stale')],
    ['my answer to a long ring', { standing: 'with-me', ageMs: old, shown: 'ringing' }, show('answered')],
    ['a talk of an hour that ends', { standing: 'over', ageMs: old, shown: 'answered' }, show('ended')],
    // Ignored numbers.
    ['a ring of an ignored number', { isIgnored: true }, silent('ignored')],
    ['a shown ring whose number is ignored now', { isIgnored: true, shown: 'ringing' }, close],
    ['a miss of an ignored number', { standing: 'missed', isIgnored: true }, silent('ignored')],
    // Already shown, already seen.
    ['a ring that is on the screen', { shown: 'ringing', shownBefore: true }, show('ringing')],
    ['a ring that was dismissed', { shownBefore: true }, silent('shown-before')],
    ['a ring that had no news for long', { shown: 'no-news', shownBefore: true }, show('ringing')],
    ['a miss that is on the screen', { standing: 'missed', shown: 'missed' }, leave],
    ['a miss that was dismissed', { standing: 'missed', shownBefore: true }, silent('shown-before')],
    ['a shown miss that is seen', { standing: 'missed', shown: 'missed', seen: true }, close],
    ['a miss that was seen at once', { standing: 'missed', seen: true }, silent('shown-before')],
    ['a ring of a call that was looked at', { seen: true }, show('ringing')],
    // A hunt moves on, others answer.
    ['a ring that moves on', { standing: 'rings-others', shown: 'ringing' }, show('moved-on')],
    ['a ring that moves on again', { standing: 'rings-others', shown: 'moved-on' }, leave],
    ['a ring that comes back to me', { shown: 'moved-on' }, show('ringing')],
    ['a ring that somebody else answers', { standing: 'with-others', shown: 'ringing' }, show('taken')],
    ['an answer where it moved on to', { standing: 'with-others', shown: 'moved-on' }, show('taken')],
    ['my answer', { standing: 'with-me', shown: 'ringing' }, show('answered')],
    ['an answer that turns out to be mine', { standing: 'with-me', shown: 'taken' }, show('answered')],
    // A transfer.
    [
      'a transfer to me of a talk that was not shown',
      { standing: 'rings-me', isMine: true },
      show('ringing'),
    ],
    ['a transfer by me', { standing: 'rings-others', shown: 'answered' }, show('moved-on')],
    // The end.
    ['the end of my talk', { standing: 'over', shown: 'answered' }, show('ended')],
    ['more about my talk that ended', { standing: 'over', shown: 'ended' }, show('ended')],
    ['the end of what somebody took', { standing: 'over', shown: 'taken' }, leave],
    ['the end of what moved on', { standing: 'over', shown: 'moved-on' }, leave],
    ['a ring that ends connected', { standing: 'over', shown: 'ringing' }, close],
    ['a miss that was answered after all', { standing: 'over', shown: 'missed' }, close],
    ['a miss that somebody talks about now', { standing: 'with-others', shown: 'missed' }, close],
    ['a ring that ends unanswered', { standing: 'missed', shown: 'ringing' }, miss],
    ['the end of a hunt that nobody answered', { standing: 'missed', shown: 'moved-on' }, miss],
    ['a shown ring that turns out to be outgoing', { standing: 'outgoing', shown: 'ringing' }, close],
  ])('knows what to do about %s', (_name, changes, expected) => {
    expect(decide({ ...usual, ...changes })).toEqual(expected)
  })

  describe.each<Quiet>(['do-not-disturb', 'outside-shift', 'away'])('while it is quiet: %s', (quiet) => {
    it.each<[string, Partial<Situation>, Decision]>([
      ['a ring', {}, silent(quiet)],
      ['a ring that is shown', { shown: 'ringing' }, close],
      ['a miss', { standing: 'missed' }, silent(quiet)],
      ['a shown ring that ends unanswered', { standing: 'missed', shown: 'ringing' }, close],
      ['a miss that waits to be seen', { standing: 'missed', shown: 'missed' }, leave],
      ['the end of my talk', { standing: 'over', shown: 'answered' }, show('ended')],
      ['my answer, from which I am not torn', { standing: 'with-me', shown: 'answered' }, show('answered')],
      ['a ring at others', { standing: 'rings-others', ...notMine }, silent('not-mine')],
    ])('knows what to do about %s', (_name, changes, expected) => {
      expect(decide({ ...usual, ...changes, quiet })).toEqual(expected)
    })
  })
})
