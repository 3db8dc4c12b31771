/** `tunnel` in `settings.json`: how the world reaches this Ringtray. Null: by nothing that Ringtray looks after. */
export type TunnelSettings = OwnUrlSettings | NgrokSettings | CloudflaredSettings | SshSettings

export type TunnelKind = TunnelSettings['kind']

/** A reverse proxy, a port forward, Tailscale Funnel: it is there already and ends at the listener's port. */
export interface OwnUrlSettings {
  kind: 'own-url'
  url: string
}

export interface NgrokSettings {
  kind: 'ngrok'
  /** One of several the account has; absent, the account's own. */
  domain?: string
}

export interface CloudflaredSettings {
  kind: 'cloudflared'
  /** The public hostname that the tunnel has at Cloudflare. */
  url: string
  /** A file that holds the tunnel's token; absent, the token is kept as a secret. */
  tokenFile?: string
  /** Where the program is; absent, it is looked for. */
  binary?: string
}

export interface SshSettings {
  kind: 'ssh'
  host: string
  user: string
  port: number
  /** The port on the server's loopback address, to which its reverse proxy passes requests on. */
  remotePort: number
  /** The address that this reverse proxy has. */
  url: string
  /** A private key without a passphrase; absent, the agent's keys and the user's own. */
  keyFile?: string
}

/** What the ways in need that must not stand in `settings.json`. */
export type TunnelSecretName = 'ngrok.authtoken' | 'cloudflared.token'

/**
 * `up`: the way in says that it stands. `proven`: something came through it. `degraded`: it stood, and is in doubt or
 * mending itself. `down`: it is opened again soon. `limited`: its provider asked us to wait.
 */
export type TunnelState = 'stopped' | 'starting' | 'up' | 'proven' | 'degraded' | 'down' | 'limited'

/** The way in alone; whether calls are heard, and the word for people, is in `HearingStatus`. */
export interface TunnelStatus {
  state: TunnelState
  kind: TunnelKind | null
  /** What is pasted into MyOperator's panel, the last known one also while it is not reachable. */
  publicUrl: string | null
  /** What is, what that means, and what to do; for a person. */
  sentence: string
  /** Why it is not reachable, for a window that offers a button; null where nothing is wrong. */
  problem: TunnelProblemCode | null
}

export interface TunnelProblem {
  code: TunnelProblemCode
  sentence: string
}

export type TunnelProblemCode =
  | 'no-proof'
  | 'no-answer'
  | 'ended'
  | 'network'
  | 'name-not-resolved'
  | 'refused'
  | 'program-missing'
  | 'program-removed'
  | 'program-failed'
  | 'package-missing'
  | 'no-secret'
  | 'bad-secret'
  | 'address-taken'
  | 'address-wrong'
  | 'port-taken'
  | 'host-key-changed'
  | 'key-file'
  | 'account'
  | 'quota'
  | 'rate-limit'
  | 'probe'
