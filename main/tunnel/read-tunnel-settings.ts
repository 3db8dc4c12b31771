import type { TunnelSettings } from '../../shared/tunnel.ts'
import { providers } from './providers.ts'
import type { TunnelProvider } from './tunnel.ts'

/** The value of `tunnel` in `settings.json`. What is not valid is no tunnel, and a sentence says so. Total. */
export function readTunnelSettings(raw: unknown): { tunnel: TunnelSettings | null; problem: string | null } {
  if (raw === undefined || raw === null) return { tunnel: null, problem: null }
  const all: TunnelProvider[] = Object.values(providers)
  const provider = all.find(({ kind }) => isObject(raw) && raw.kind === kind)
  if (!isObject(raw) || provider === undefined) {
    return invalid(
      `tunnel must be null or an object whose kind is one of ${all.map(({ kind }) => kind).join(', ')}`,
    )
  }
  const read = provider.readSettings(raw)
  return typeof read === 'string' ? invalid(`tunnel.${read}`) : { tunnel: read, problem: null }
}

function invalid(what: string): { tunnel: null; problem: string } {
  return { tunnel: null, problem: `settings.json: ${what}. Until it is corrected, there is no tunnel.` }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
