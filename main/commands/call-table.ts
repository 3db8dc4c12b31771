import type { Call } from '../../shared/call.ts'
import { groupInternational } from '../../shared/phone-number.ts'
import { formatTable } from './table.ts'

/** Calls for a person at a terminal, in this computer's zone. */
export function formatCallTable(calls: Call[]): string {
  if (calls.length === 0) return 'No calls.'
  const head = ['Began', '', 'Outcome', 'Customer', 'Line', 'Agents', 'Talked', 'Note']
  return formatTable(head, calls.map(toCells))
}

function toCells(call: Call): string[] {
  const { name, number, raw, withheld } = call.customer
  const shownNumber = number === null ? raw : groupInternational(number)
  const customer = [name, withheld ? 'number withheld' : shownNumber].filter(Boolean).join(' ')
  return [
    formatLocal(call.startedAt),
    call.direction === 'outgoing' ? '↗' : '↙',
    call.outcome ?? call.phase,
    customer || 'not told',
    call.department ?? call.line ?? '',
    call.agents.map((agent) => agent.name ?? agent.number ?? agent.id ?? '').join(', '),
    call.talkSeconds === null ? '' : formatSeconds(call.talkSeconds),
    call.note,
  ]
}

/** `2026-11-23 12:41:07`, this computer's zone. */
export function formatLocal(instant: string): string {
  return new Date(instant).toLocaleString('sv-SE')
}

/** `4:12`, `1:03:20`. */
function formatSeconds(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const rest = two(seconds % 60)
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`
}
