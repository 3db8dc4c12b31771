import type { TunnelSettings } from '../../../shared/tunnel.ts'
import { providers } from '../../tunnel/providers.ts'
import type { TunnelProvider } from '../../tunnel/tunnel.ts'
import { type Finding, fail, ok, warn } from '../finding.ts'
import { hasSecret } from './kept-secrets.ts'

/** Whether the configured way in has on this computer what it needs. */
export async function examineWayIn(dir: string, tunnel: TunnelSettings | null): Promise<Finding[]> {
  if (tunnel === null) {
    return [
      warn(
        'way in',
        'No way in is set: MyOperator reaches this computer only by what you look after yourself. Open the set-up, or write "tunnel" into settings.json.',
      ),
    ]
  }
  const provider = providers[tunnel.kind] as TunnelProvider
  const lack = await provider.findLack(tunnel, {
    readSecret: async (name) => ((await hasSecret(dir, name)) ? 'it is kept' : null),
  })
  return [
    lack === null
      ? ok('way in', `The way in (${tunnel.kind}) has what it needs.`)
      : fail('way in', lack.sentence),
  ]
}
