import { dayMs, hourMs, minuteMs } from '../../shared/time.ts'
import { SpokenError } from '../errors.ts'

const unitMs: Record<string, number> = { m: minuteMs, h: hourMs, d: dayMs }

/**
 * What a person types as a time, in epoch ms: `2026-11-23`, `2026-11-23 12:30`, `2026-11-23T12:30:00Z` (without a
 * zone: this computer's), `90m`, `24h` or `7d` ago.
 */
export function readTime(option: string, text: string | undefined, nowMs: number): number | null {
  if (text === undefined) return null
  const ago = /^(\d+)([mhd])$/.exec(text)
  if (ago) return nowMs - Number(ago[1]) * (unitMs[ago[2] ?? ''] ?? 0)
  // A bare date would be read as UTC, a date with a time as local.
  const spelled = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text.replace(' ', 'T')
  const epochMs = /^\d{4}-\d{2}-\d{2}T/.test(spelled) ? Date.parse(spelled) : Number.NaN
  if (Number.isNaN(epochMs)) {
    throw new SpokenError(
      `--${option} ${text} is no time. Write 2026-11-23, "2026-11-23 12:30" or 24h (ago).`,
      {
        exitCode: 2,
      },
    )
  }
  return epochMs
}
