import type { CallCardRow } from '../../../shared/card.ts'

export function callRow(changes: Partial<CallCardRow> = {}): CallCardRow {
  return {
    kind: 'call',
    id: 'call-1',
    state: 'ringing',
    outcome: null,
    since: '2026-11-23T06:28:02.000Z',
    name: 'R. Deshpande',
    number: '98230 45678',
    withheld: false,
    line: 'Sales',
    rings: ['you'],
    by: null,
    talkSeconds: null,
    story: null,
    note: '',
    pretend: false,
    ask: null,
    hasWhatsApp: true,
    ...changes,
  }
}
