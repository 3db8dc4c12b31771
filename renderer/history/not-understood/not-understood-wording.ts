import type { ArrivedDelivery } from '../../../shared/kept-delivery.ts'
import { countText, deliveriesCount } from '../../wording/count.ts'
import type { ReadAgain } from '../state/not-understood.ts'

/** `3 deliveries not understood`. */
export function notUnderstoodText(count: number): string {
  return `${deliveriesCount(count)} not understood`
}

/** What the list means for the person who reads it; WhatsApp is no riddle, it is a tick too many. */
export function meaningSentences(deliveries: Pick<ArrivedDelivery, 'reason'>[]): string[] {
  const riddles = deliveries.filter(isWorthReporting).length
  const sentences: string[] = []
  if (riddles > 0)
    sentences.push(
      'MyOperator sent something that Ringtray does not know yet. Nothing is lost: it is kept, and read again after an update.',
    )
  if (riddles < deliveries.length) sentences.push('WhatsApp events: untick WhatsApp in the webhook’s events.')
  return sentences
}

/** What a WhatsApp event said is not kept: there is nothing to report. */
export function isWorthReporting({ reason }: Pick<ArrivedDelivery, 'reason'>): boolean {
  return reason !== 'not-a-call'
}

export const maskedReportSentence =
  'A masked report can be sent to somebody who can help: every number in it becomes zeros and every word becomes x. Only the names of the fields and codes of one or two digits stay.'

/** `The newest 100 of 312.`; null where all are listed. */
export function listedSentence(listed: number, count: number): string | null {
  return listed > 0 && count > listed ? `The newest ${countText(listed)} of ${countText(count)}.` : null
}

/** What became of the attempt to read everything again. */
export function readAgainSentence(again: ReadAgain): string | null {
  switch (again.state) {
    case 'idle':
      return null
    case 'busy':
      return 'Reading every kept delivery again …'
    case 'done':
      return `Read ${deliveriesCount(again.deliveries)} again${understoodText(again.understood)}.`
    case 'failed':
      return `The deliveries could not be read again: ${again.reason}. Everything is still kept; try again in a moment.`
  }
}

function understoodText(understood: number | null): string {
  if (understood === null) return ''
  if (understood === 0) return '; nothing more is understood than before'
  return `; ${countText(understood)} ${understood === 1 ? 'is' : 'are'} now understood`
}
