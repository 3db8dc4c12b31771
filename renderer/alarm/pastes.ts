import type { UrlChange } from '../../shared/hearing.ts'

/** Each value once, with all the fields that it goes into. */
export function pastes({ paste }: UrlChange): { value: string; fields: string[] }[] {
  const byValue = Map.groupBy(paste, ({ value }) => value)
  return [...byValue].map(([value, items]) => ({ value, fields: items.map(({ field }) => field) }))
}
