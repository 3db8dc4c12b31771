import { second } from '../facts.ts'
import { answer, asha, end, log, ring, table, vikram } from '../table.ts'

const rung = {
  id: null,
  name: null,
  extension: null,
  result: 'rung',
  ringSeconds: null,
  talkSeconds: null,
} as const

table('agents', [
  {
    rule: 'stand in the order of first mention',
    told: [
      { ...ring, agents: [vikram] },
      { ...ring, at: second(9), agents: [{ number: asha.number }, vikram] },
    ],
    call: {
      agents: [
        { ...rung, ...vikram },
        { ...rung, number: asha.number },
      ],
    },
  },
  {
    rule: 'are one where they share a number or an id',
    told: [
      { ...ring, agents: [{ number: asha.number }, vikram, { id: asha.id }] },
      { ...log, agents: [{ ...asha, result: 'answered', talkSeconds: 9 }] },
    ],
    call: {
      agents: [
        { ...rung, ...asha, result: 'answered', talkSeconds: 9 },
        { ...rung, ...vikram },
      ],
    },
  },
  {
    rule: 'are one where only their name is told',
    told: [{ ...ring, agents: [{ name: 'Asha' }, { name: 'Asha' }, {}] }],
    call: { agents: [{ ...rung, number: null, name: 'Asha' }] },
  },
  {
    rule: 'have answered where a fact names one alone',
    told: [ring, answer],
    call: { agents: [{ result: 'answered' }], answeredBy: asha.number },
  },
  {
    rule: 'have not answered while several are named',
    told: [{ ...answer, agents: [asha, vikram] }],
    call: { agents: [{ result: 'rung' }, { result: 'rung' }], answeredBy: null },
  },
  {
    rule: 'keep the last answer that named one',
    told: [
      answer,
      { ...answer, at: second(22), agents: [vikram] },
      { ...answer, at: second(24), agents: [asha, vikram] },
    ],
    call: { answeredBy: vikram.number },
  },
  {
    rule: 'take nothing back when they are rung again',
    told: [answer, { ...ring, at: second(30) }],
    call: { agents: [{ result: 'answered' }] },
  },
  {
    rule: 'are told outright who talked, by id',
    told: [
      { ...ring, agents: [{ id: 'abc123' }] },
      { ...log, answeredBy: 'abc123' },
    ],
    call: { answeredBy: 'abc123' },
  },
  {
    rule: 'are known by their number where it was told',
    told: [
      { ...ring, agents: [asha] },
      { ...log, answeredBy: asha.id },
    ],
    call: { answeredBy: asha.number },
  },
  {
    rule: 'are told by the exact fact over an answer',
    told: [
      { ...log, answeredBy: vikram.number, outcome: 'connected' },
      { ...answer, at: second(60) },
    ],
    call: { answeredBy: vikram.number },
  },
  {
    rule: 'add up the legs of one fact',
    told: [
      {
        ...log,
        agents: [
          { ...asha, result: 'answered', ringSeconds: 5, talkSeconds: 30 },
          { ...asha, result: 'missed', ringSeconds: 8 },
        ],
      },
    ],
    call: { agents: [{ result: 'answered', ringSeconds: 13, talkSeconds: 30 }] },
  },
  {
    rule: 'take legs from the latest exact fact, gaps from others, and add nothing twice',
    told: [
      {
        ...log,
        agents: [
          { ...vikram, result: 'busy', ringSeconds: 2 },
          { ...asha, result: 'missed', ringSeconds: 4, talkSeconds: 9 },
        ],
      },
      { ...log, at: second(45), agents: [{ number: asha.number, result: 'answered', ringSeconds: 6 }] },
      { ...end, at: second(50), agents: [{ number: asha.number, result: 'cancelled', ringSeconds: 99 }] },
    ],
    call: {
      agents: [
        { result: 'busy', ringSeconds: 2 },
        { name: 'Asha Rao', result: 'answered', ringSeconds: 6, talkSeconds: 9 },
      ],
    },
  },
])
