import type { Call } from '../../shared/call.ts'
import type { AwayCardRow } from '../../shared/card.ts'
import type { CustomerStory } from '../../shared/customer-story.ts'
import { visibleText } from '../../shared/safe-text.ts'
import type { StoryClock } from '../../shared/story-clock.ts'
import { awayWords, storyWords } from '../../shared/story-words.ts'
import type { ToldAgent } from '../calls/fact.ts'
import { type Display, shownNumber } from '../display.ts'

/** A notification as plain data: what it says, before anything shows it. */
export interface Banner {
  /** A call's id, or `away` for the summary of a time away. */
  id: string
  title: string
  body: string
}

export interface BannerWords {
  display: Display
  clock: StoryClock
}

/** Who, then what: caller first, then number, line and agents, then how the customer is known. */
export function bannerText(
  { call, by, story }: { call: Call; by: ToldAgent[]; story: CustomerStory | null },
  state: 'ringing' | 'missed',
  { display, clock }: BannerWords,
): Banner {
  const { withheld } = call.customer
  const name = call.customer.name ?? story?.name ?? null
  const number = withheld ? 'Number withheld' : visibleText(shownNumber(call.customer, display))
  const who = visibleText(name) ?? number ?? 'Number not told'
  const line = visibleText(call.department) ?? (call.line && display.number(call.line))
  const rung = state === 'ringing' ? by : call.agents
  const agents = rung.map(display.agent).map(visibleText).filter(Boolean).join(', ')
  const rings = agents === '' ? null : `${state === 'missed' ? 'rang' : 'rings'} ${agents}`
  const ended = call.outcome === 'voicemail' ? 'Voicemail' : 'Missed'
  const labels = [call.source === 'pretend' && 'Pretend call', state === 'missed' && ended].filter(Boolean)
  const first = [number === who ? null : number, line, rings].filter(Boolean).join(' · ')
  const known = story === null ? null : storyWords(story, clock)
  return {
    id: call.id,
    title: labels.length === 0 ? who : `${labels.join(', ')}: ${who}`,
    body: [first, known].filter(Boolean).join('\n'),
  }
}

export function awayBanner(row: AwayCardRow, clock: StoryClock): Banner {
  return { id: 'away', ...awayWords(row, clock) }
}

/** The body of a freedesktop notification is markup; its title is not. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
