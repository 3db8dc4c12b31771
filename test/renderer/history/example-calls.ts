import type { CallDetail, HistoryRow } from '../../../shared/ipc-contract.ts'

export function historyRow(changes: Partial<HistoryRow> = {}): HistoryRow {
  return {
    id: 'call-0',
    startedAt: '2026-11-23T06:28:02.000Z',
    answeredAt: null,
    endedAt: '2026-11-23T06:28:41.000Z',
    direction: 'incoming',
    phase: 'ended',
    outcome: 'missed',
    name: 'R. Deshpande',
    number: '98230 45678',
    withheld: false,
    line: 'Sales',
    agents: ['Vikram', 'Asha'],
    answeredBy: null,
    mine: true,
    talkSeconds: null,
    totalSeconds: 39,
    note: '',
    tags: [],
    seen: false,
    pretend: false,
    firstOfDay: false,
    ...changes,
  }
}

export function historyRows(from: number, count: number): HistoryRow[] {
  return Array.from({ length: count }, (_, at) => historyRow({ id: `call-${from + at}` }))
}

export function callDetail(changes: Partial<CallDetail['call']> = {}): CallDetail {
  return {
    call: {
      id: 'call-0',
      uid: 'call-0',
      companyId: null,
      direction: 'incoming',
      phase: 'ended',
      outcome: 'missed',
      customer: { number: '+919823045678', raw: '9823045678', withheld: false, name: 'R. Deshpande' },
      line: '+912248901234',
      agents: [],
      answeredBy: null,
      startedAt: '2026-11-23T06:28:02.000Z',
      answeredAt: null,
      endedAt: '2026-11-23T06:28:41.000Z',
      totalSeconds: 39,
      talkSeconds: null,
      exact: true,
      department: null,
      ivrId: null,
      referenceId: null,
      clientReferenceId: null,
      recording: null,
      dispositions: [],
      custom: {},
      source: 'ivr',
      seen: false,
      note: '',
      tags: [],
      events: [],
      ...changes,
    },
    internationalNumber: '+91 98230 45678',
    nationalNumber: '98230 45678',
    line: 'Sales',
    lineNumber: '022 4890 1234',
    agents: [],
    answeredBy: null,
    timeline: [],
    alert: 'Shown to you as a card for 15 s, then kept as missed.',
    deliveryCount: 4,
  }
}
