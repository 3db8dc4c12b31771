import { readFileSync } from 'node:fs'

/**
 * A file of `docs/server/` with the places of a machine replaced by those of a test, and nothing else. Every
 * replacement must fit: what the documents say and what is tested here stay one thing.
 */
export function documented(name: string, replaced: Record<string, string>): string {
  let text = readFileSync(new URL(`../../../docs/server/${name}`, import.meta.url), 'utf8')
  for (const [from, to] of Object.entries(replaced)) {
    if (!text.includes(from)) throw new Error(`docs/server/${name} does not say “${from}” any more`)
    text = text.replaceAll(from, to)
  }
  return text
}
