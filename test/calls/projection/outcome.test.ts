import { second } from '../facts.ts'
import { answer, asha, end, log, ring, table } from '../table.ts'

table('phase and outcome', [
  {
    rule: 'are initiated and null for a call that has only begun',
    told: [{ kind: 'initiated' }],
    call: { phase: 'initiated', outcome: null },
  },
  {
    rule: 'are initiated and null for an unknown state alone',
    told: [{ kind: 'unknown' }],
    call: { phase: 'initiated', outcome: null },
  },
  {
    rule: 'are initiated and null for a disposition alone',
    told: [{ kind: 'disposition' }],
    call: { phase: 'initiated', outcome: null },
  },
  {
    rule: 'follow the furthest fact, whatever its time',
    told: [answer, { ...ring, at: second(30) }],
    call: { phase: 'answered', outcome: null },
  },
  {
    rule: 'keep an outcome back while the call is live',
    told: [{ ...answer, outcome: 'connected' }],
    call: { phase: 'answered', outcome: null },
  },
  {
    rule: 'are ended and connected after any answer',
    told: [ring, answer, end],
    call: { phase: 'ended', outcome: 'connected' },
  },
  {
    rule: 'are missed for an incoming end without answer',
    told: [{ ...ring, direction: 'incoming' }, end],
    call: { outcome: 'missed' },
  },
  {
    rule: 'are missed for an end of unknown direction without answer',
    told: [ring, end],
    call: { direction: 'unknown', outcome: 'missed' },
  },
  {
    rule: 'are no-answer for an outgoing end without answer',
    told: [{ ...ring, direction: 'outgoing' }, end],
    call: { outcome: 'no-answer' },
  },
  {
    rule: 'take the status of the end over an answer',
    told: [answer, { ...end, outcome: 'voicemail' }],
    call: { outcome: 'voicemail' },
  },
  {
    rule: 'are never missed for an outgoing call',
    told: [{ ...end, direction: 'outgoing', outcome: 'missed' }],
    call: { outcome: 'no-answer' },
  },
  {
    rule: 'are never missed for an outgoing call, not even by its log',
    told: [{ ...log, direction: 'outgoing', outcome: 'missed' }],
    call: { outcome: 'no-answer' },
  },
  {
    rule: 'rank rejected over no-answer',
    told: [
      { ...end, outcome: 'rejected' },
      { ...end, outcome: 'no-answer' },
    ],
    call: { outcome: 'rejected' },
  },
  {
    rule: 'rank no-answer over missed',
    told: [
      { ...end, outcome: 'no-answer' },
      { ...end, outcome: 'missed' },
    ],
    call: { outcome: 'no-answer' },
  },
  {
    rule: 'rank voicemail over rejected',
    told: [
      { ...end, outcome: 'rejected' },
      { ...end, outcome: 'voicemail' },
    ],
    call: { outcome: 'voicemail' },
  },
  {
    rule: 'rank connected over voicemail',
    told: [
      { ...end, outcome: 'connected' },
      { ...end, outcome: 'voicemail' },
    ],
    call: { outcome: 'connected' },
  },
  {
    rule: 'rank missed over unknown',
    told: [
      { ...end, outcome: 'missed' },
      { ...end, outcome: 'unknown' },
    ],
    call: { outcome: 'missed' },
  },
  {
    rule: 'rank a rejection over an end without status',
    told: [{ ...end, outcome: 'rejected' }, end],
    call: { outcome: 'rejected' },
  },
  {
    rule: 'are final in an exact fact',
    told: [{ ...log, outcome: 'missed' }, answer, { ...end, at: second(50), outcome: 'connected' }],
    call: { outcome: 'missed', exact: true },
  },
  {
    rule: 'are final in the latest exact fact',
    told: [
      { ...log, outcome: 'missed' },
      { ...log, at: second(41), outcome: 'voicemail' },
    ],
    call: { outcome: 'voicemail' },
  },
  {
    rule: 'come from other facts where the exact one tells none',
    told: [log, { ...end, outcome: 'rejected' }],
    call: { outcome: 'rejected', exact: true },
  },
])

table('a closed mark', [
  {
    rule: 'says nothing of its own once it no longer counts',
    told: [ring, { kind: 'closed', phase: 'ended', at: second(-50), closes: 'key-1' }, answer],
    call: { phase: 'answered', startedAt: second(7) },
  },
  {
    rule: 'ends a call without news as unknown, without inventing an end',
    told: [ring, { kind: 'closed', closes: 'key-1' }],
    call: { phase: 'ended', outcome: 'unknown', endedAt: null },
  },
  {
    rule: 'ends an answered call as unknown and keeps who answered',
    told: [ring, answer, { kind: 'closed', closes: 'key-2' }],
    call: { outcome: 'unknown', answeredBy: asha.number },
  },
  {
    rule: 'counts no more once something else was heard',
    told: [ring, { kind: 'closed', closes: 'key-1' }, answer],
    call: { phase: 'answered', outcome: null },
  },
  {
    rule: 'counts no more once an older fact arrives late',
    told: [answer, { kind: 'closed', closes: 'key-1' }, ring],
    call: { phase: 'answered', outcome: null },
  },
  {
    rule: 'is not undone by a disposition',
    told: [answer, { kind: 'closed', closes: 'key-1' }, { kind: 'disposition' }],
    call: { phase: 'ended', outcome: 'unknown' },
  },
  {
    rule: 'says nothing where the fact it names is gone',
    told: [ring, { kind: 'closed', closes: 'gone' }],
    call: { phase: 'ringing', outcome: null },
  },
  {
    rule: 'gives way to an end that comes after it',
    told: [ring, { kind: 'closed', closes: 'key-1' }, end],
    call: { outcome: 'missed', endedAt: second(39) },
  },
])
