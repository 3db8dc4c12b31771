import { second, uidAt } from '../facts.ts'
import { answer, end, log, ring, table } from '../table.ts'

table('instants', [
  {
    rule: 'start with the earliest that was told',
    told: [ring, { ...log, startedAt: second(2) }],
    call: { startedAt: second(2) },
  },
  {
    rule: 'start with the epoch of the uid',
    told: [{ ...ring, uid: uidAt(-3) }],
    call: { startedAt: second(-3), uid: uidAt(-3) },
  },
  {
    rule: 'start with the epoch of the uid a day before the rest',
    told: [{ kind: 'ringing', at: second(0), uid: uidAt(-86_400) }],
    call: { startedAt: second(-86_400) },
  },
  {
    rule: 'leave out an epoch more than a day before the rest',
    told: [{ kind: 'ringing', at: second(0), uid: uidAt(-86_401) }],
    call: { startedAt: second(0) },
  },
  {
    rule: 'leave out a uid that holds no epoch',
    told: [{ ...ring, uid: 's5.347638.78643857' }],
    call: { startedAt: second(7) },
  },
  {
    rule: 'start with the epoch of the uid where nothing else was told',
    told: [{ kind: 'ringing', uid: uidAt(-9_000_000) }],
    call: { startedAt: second(-9_000_000) },
  },
  {
    rule: 'start when we heard of it where nothing was told',
    told: [
      { kind: 'ringing', receivedAt: second(5) },
      { kind: 'answered', receivedAt: second(3) },
    ],
    call: { startedAt: second(3) },
  },
  {
    rule: 'do not start when we heard of it where something was told',
    told: [{ kind: 'ringing', receivedAt: second(-50) }, ring],
    call: { startedAt: second(7) },
  },
  {
    rule: 'are null while nobody answered and nothing ended',
    told: [ring],
    call: { answeredAt: null, endedAt: null },
  },
  {
    rule: 'take the first answer and the last end',
    told: [answer, { ...answer, at: second(25) }, end, { ...end, at: second(41) }],
    call: { answeredAt: second(20), endedAt: second(41) },
  },
  {
    rule: 'prefer an answer that was told to a stamp',
    told: [{ ...answer, answeredAt: second(21) }],
    call: { answeredAt: second(21) },
  },
  {
    rule: 'take those of an exact fact over all others',
    told: [
      { ...log, answeredAt: second(22), endedAt: second(38) },
      answer,
      { ...end, at: second(50), endedAt: second(50) },
    ],
    call: { answeredAt: second(22), endedAt: second(38) },
  },
  {
    rule: 'end with the end, not with the stamp of the log',
    told: [end, log],
    call: { endedAt: second(39) },
  },
  { rule: 'end with the stamp of a log that comes alone', told: [log], call: { endedAt: second(40) } },
  {
    rule: 'lose an answer that the log denies',
    told: [answer, { ...log, outcome: 'missed' }],
    call: { answeredAt: null, answeredBy: null },
  },
])
