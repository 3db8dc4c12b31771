import type { TunnelKind, TunnelProblem, TunnelSecretName, TunnelSettings } from '../../shared/tunnel.ts'
import type { Children } from './child/children.ts'

/** A way in: one file each, named nowhere but in `providers.ts`. */
export interface TunnelProvider<Settings extends TunnelSettings = TunnelSettings> {
  kind: Settings['kind']
  /** What somebody has to have for it, in one line. */
  needs: string
  /** Requests a month that it carries; null: as many as come. */
  monthlyRequests: number | null
  /** From `settings.json`; else a sentence that says what it must be. */
  readSettings(raw: Readonly<Record<string, unknown>>): Settings | string
  /** What this computer lacks for it, as far as that shows without opening it; null where nothing shows. */
  findLack(settings: Settings, means: Pick<TunnelMeans, 'readSecret'>): Promise<TunnelProblem | null>
  /** Returns at once. What becomes of it is told by events, a failed start too; none comes after `close()`. */
  open(settings: Settings, target: TunnelTarget, means: TunnelMeans): OpenTunnel
}

export type Providers = {
  [Kind in TunnelKind]: TunnelProvider<Extract<TunnelSettings, { kind: Kind }>>
}

/** Our own listener. */
export interface TunnelTarget {
  host: string
  port: number
}

export interface TunnelMeans {
  dir: string
  children: Children
  readSecret(name: TunnelSecretName): Promise<string | null>
  onEvent(event: TunnelEvent): void
}

export interface OpenTunnel {
  /** Resolves when nothing of it is left, within 5 s. */
  close(): Promise<void>
}

export type TunnelEvent =
  /** `hint`: what to look at should nothing arrive all the same. */
  | { kind: 'up'; publicUrl: string; hint: string | null }
  /** It goes on trying by itself. */
  | { kind: 'interrupted'; problem: TunnelProblem }
  /** It is over. */
  | { kind: 'down'; problem: TunnelProblem }
  /** It is over, and asking again at once would make it worse. `until` in ms since the epoch. */
  | { kind: 'limited'; problem: TunnelProblem; until: number | null }
