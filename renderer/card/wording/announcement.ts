import type { Card, CardRow } from '../../../shared/card.ts'
import { visibleText } from '../../../shared/safe-text.ts'
import type { StoryClock } from '../../../shared/story-clock.ts'
import { awayWords, storyParts } from '../../../shared/story-words.ts'
import { whoText } from '../../wording/who.ts'
import { stateText } from './state-words.ts'

/** What a screen reader says of the newest change; null where nothing is to be looked up for. */
export function announcement(before: Card | null, card: Card, clock: StoryClock): string | null {
  const said = new Set((before?.rows ?? []).map((row) => rowText(row, clock)))
  const next = card.rows.map((row) => rowText(row, clock)).find((text) => !said.has(text))
  return next ?? null
}

function rowText(row: CardRow, clock: StoryClock): string {
  switch (row.kind) {
    case 'call': {
      const isWaiting =
        row.story !== null && row.state === 'ringing' && storyParts(row.story, clock).isWaiting
      const facts = [whoText(row), visibleText(row.line), isWaiting && 'waits to be called back']
      return `${row.pretend ? 'Pretend call, ' : ''}${stateText(row)}: ${facts.filter(Boolean).join(', ')}`
    }
    case 'missed':
      return `${row.count} missed, oldest ${clock.moment(row.oldestAt)}`
    case 'away': {
      const { title, body } = awayWords(row, clock)
      return `${title}: ${body}`
    }
  }
}
