import type { TunnelSettings } from '../../shared/tunnel.ts'
import { isObject } from '../values.ts'
import { providers } from './providers.ts'
import type { TunnelProvider } from './tunnel.ts'

/**
 * The value of `tunnel` in `settings.json`. What is not valid is no tunnel, and `problem` says what a field of it must
 * be: `url must be …`, without a full stop. Total.
 */
export function readTunnelSettings(raw: unknown): { tunnel: TunnelSettings | null; problem: string | null } {
  if (raw === undefined || raw === null) return { tunnel: null, problem: null }
  const all: TunnelProvider[] = Object.values(providers)
  const provider = all.find(({ kind }) => isObject(raw) && raw.kind === kind)
  if (!isObject(raw) || provider === undefined) {
    const kinds = all.map(({ kind }) => kind).join(', ')
    return { tunnel: null, problem: `kind must be one of ${kinds}, or tunnel itself null` }
  }
  const read = provider.readSettings(raw)
  return typeof read === 'string' ? { tunnel: null, problem: read } : { tunnel: read, problem: null }
}
