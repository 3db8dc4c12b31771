import type { Call } from '../../shared/call.ts'

const columns: Record<string, (call: Call) => string | number | null> = {
  id: (call) => call.id,
  startedAt: (call) => call.startedAt,
  direction: (call) => call.direction,
  phase: (call) => call.phase,
  outcome: (call) => call.outcome,
  customerNumber: (call) => call.customer.number ?? call.customer.raw,
  customerName: (call) => call.customer.name,
  line: (call) => call.line,
  department: (call) => call.department,
  agents: (call) => call.agents.map((agent) => agent.name ?? agent.number ?? agent.id).join('; '),
  answeredBy: (call) => call.answeredBy,
  answeredAt: (call) => call.answeredAt,
  endedAt: (call) => call.endedAt,
  totalSeconds: (call) => call.totalSeconds,
  talkSeconds: (call) => call.talkSeconds,
  dispositions: (call) => call.dispositions.join('; '),
  tags: (call) => call.tags.join('; '),
  note: (call) => call.note,
}

export function formatCsvHead(): string {
  return Object.keys(columns).join(',')
}

export function formatCsvRow(call: Call): string {
  return Object.values(columns)
    .map((column) => csvField(String(column(call) ?? '')))
    .join(',')
}

/**
 * One field by RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front, as
 * people type it; a plain number such as `+919823045678` runs as nothing and stays.
 */
function csvField(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^[+-]\d+$/.test(text)
  const safe = isFormula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
