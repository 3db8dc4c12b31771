import { expect } from 'vitest'
import { keptIn } from './printed.ts'

/** Runs it and fails where it left anything: no refusal may change what `calls` and `deliveries` print. */
export async function expectNothingKept<T>(dir: string, refused: () => Promise<T>): Promise<T> {
  const before = await keptIn(dir)
  const result = await refused()
  expect(await keptIn(dir)).toEqual(before)
  return result
}
