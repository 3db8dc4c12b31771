import type { Random } from './step.ts'
import type { Story } from './stories/story.ts'

/** One telling of a story: what all deliveries of the call have in common. */
export interface Telling {
  story: Story
  /** Epoch seconds: the provider tells no fractions. */
  startedAt: number
  uid: string
  referenceId: string
  clientReferenceId: string
  jobId: string | null
  recordingFile: string
  random: Random
}

export function createTelling(
  story: Story,
  { startAt, random }: { startAt: number; random: Random },
): Telling {
  const startedAt = Math.floor(startAt / 1_000)
  const isObd = story.origin === 'obd'
  return {
    story,
    startedAt,
    uid: `n${1 + Math.floor(random() * 9)}.${startedAt}.${1_000_000 + Math.floor(random() * 9_000_000)}`,
    referenceId: isObd ? randomUuid(random) : '',
    clientReferenceId: story.origin === 'caller' ? '' : `order-${1_000 + Math.floor(random() * 9_000)}`,
    jobId: isObd ? randomHex(random, 16) : null,
    recordingFile: story.isRecorded ? `${randomHex(random, 32)}.mp3` : '',
    random,
  }
}

/** 16 hex digits of which the first 8 are the time, as the provider's ids are. */
export function timedId(epochSeconds: number, random: Random): string {
  return epochSeconds.toString(16).padStart(8, '0') + randomHex(random, 8)
}

export function randomUuid(random: Random): string {
  const hex = randomHex(random, 30)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`
}

function randomHex(random: Random, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
}
