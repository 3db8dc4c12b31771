import type { Call } from '../../shared/call.ts'
import { visibleText } from '../../shared/safe-text.ts'
import { type Display, shownNumber } from '../display.ts'

/** A notification as plain data: what it says, before anything shows it. */
export interface Banner {
  callId: string
  title: string
  body: string
}

/** Who, then what: caller first, then number, line and agents. */
export function bannerText(call: Call, kind: 'ringing' | 'missed', display: Display): Banner {
  const { name, withheld } = call.customer
  const number = withheld ? 'Number withheld' : visibleText(shownNumber(call.customer, display))
  const who = visibleText(name) ?? number ?? 'Number not told'
  const line = visibleText(call.department) ?? (call.line && display.number(call.line))
  const agents = call.agents.map(display.agent).map(visibleText).filter(Boolean).join(', ')
  const rings = agents === '' ? null : `${kind === 'missed' ? 'rang' : 'rings'} ${agents}`
  const labels = [call.source === 'pretend' && 'Pretend call', kind === 'missed' && 'Missed'].filter(Boolean)
  return {
    callId: call.id,
    title: labels.length === 0 ? who : `${labels.join(', ')}: ${who}`,
    body: [number === who ? null : number, line, rings].filter(Boolean).join(' · '),
  }
}

/** The body of a freedesktop notification is markup; its title is not. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
