import type { ShownSpot } from '../../../../renderer/history/blind-spots/blind-spots-store.ts'

/** Of one day, in UTC. */
export function spot(from: string, to: string, changes: Partial<ShownSpot> = {}): ShownSpot {
  return { from: at(from), to: at(to), because: 'asleep', outsideShift: false, isOpen: false, ...changes }
}

export function at(time: string): string {
  return `2026-11-23T${time}:00.000Z`
}
