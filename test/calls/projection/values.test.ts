import { second } from '../facts.ts'
import { end, log, ring, table } from '../table.ts'

const customer = { number: '+919823045678', raw: '9823045678' }

table('values', [
  {
    rule: 'are null, empty or unknown where nobody told',
    told: [{ kind: 'ringing' }],
    call: {
      uid: null,
      companyId: null,
      line: null,
      totalSeconds: null,
      talkSeconds: null,
      department: null,
      recording: null,
      dispositions: [],
      custom: {},
      source: 'unknown',
      exact: false,
      customer: { number: null, raw: null, withheld: false, name: null },
    },
  },
  {
    rule: 'are the last that was told',
    told: [
      { ...end, line: 'b', totalSeconds: 3 },
      { ...ring, line: 'a', totalSeconds: 2 },
    ],
    call: { line: 'b', totalSeconds: 3 },
  },
  {
    rule: 'are those of an exact fact, whatever came later',
    told: [
      { ...log, line: 'exact', totalSeconds: 39, talkSeconds: 9 },
      { ...end, at: second(90), line: 'late', totalSeconds: 80, talkSeconds: 70, department: 'Sales' },
    ],
    call: { line: 'exact', totalSeconds: 39, talkSeconds: 9, department: 'Sales' },
  },
  {
    rule: 'know a customer by the last number told',
    told: [
      { ...ring, customer: { ...customer, name: 'R. Deshpande' } },
      { ...end, customer: { raw: '12', withheld: true } },
    ],
    call: { customer: { ...customer, withheld: false, name: 'R. Deshpande' } },
  },
  {
    rule: 'know a withheld number as withheld',
    told: [{ ...ring, customer: { raw: 'anonymous', withheld: true } }],
    call: { customer: { number: null, raw: 'anonymous', withheld: true, name: null } },
  },
  {
    rule: 'unite dispositions in order',
    told: [
      { kind: 'disposition', at: second(60), dispositions: ['Hot', 'Interested'] },
      { ...log, dispositions: ['Interested'] },
    ],
    call: { dispositions: ['Interested', 'Hot'] },
  },
  {
    rule: 'unite custom parameters, the later one of a name',
    told: [
      {
        ...ring,
        custom: [
          ['campaign', 'a'],
          ['shop', '7'],
        ],
      },
      { ...end, custom: [['campaign', 'b']] },
    ],
    call: { custom: { campaign: 'b', shop: '7' } },
  },
  {
    rule: 'join the parts of a recording',
    told: [
      { ...log, recordingFile: 'a.mp3' },
      { ...end, recordingUrl: 'https://x/a' },
    ],
    call: { recording: { file: 'a.mp3', url: 'https://x/a' } },
  },
  {
    rule: 'are pretend as soon as one fact is',
    told: [
      { ...ring, source: 'pretend' },
      { ...log, source: 'ivr' },
    ],
    call: { source: 'pretend' },
  },
  {
    rule: 'come from the source that was told',
    told: [ring, { ...log, source: 'mobile' }],
    call: { source: 'mobile' },
  },
])
