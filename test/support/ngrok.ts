import type { Ngrok } from '../../main/tunnel/providers/ngrok.ts'

export interface NgrokStandIn extends Ngrok {
  /** What it was last asked to forward. */
  asked(): Parameters<Ngrok['forward']>[0] | null
  sessions(): number
  loses(): void
  finds(): void
}

/** `@ngrok/ngrok` as its sources have it: one session for the process, kept until everything is disconnected. */
export function createNgrokStandIn({ failure }: { failure?: () => Error | null } = {}): NgrokStandIn {
  let config: Parameters<Ngrok['forward']>[0] | null = null
  let sessions = 0
  return {
    async forward(given) {
      config = given
      const error = failure?.() ?? null
      if (error !== null) throw error
      sessions = 1
      const url = `https://${given.domain ?? 'happy-otter-walks.ngrok-free.app'}`
      return { url: () => url, close: async () => {} }
    },
    async disconnect(url) {
      if (url === undefined) sessions = 0
    },
    asked: () => config,
    sessions: () => sessions,
    loses: () => config?.on_status_change('closed'),
    finds: () => config?.on_status_change('connected'),
  }
}

/** As the package makes them: newer ones with `errorCode`, older ones with `error_code`, both in the message. */
export function ngrokError(code: string, property: 'errorCode' | 'error_code' | null = 'errorCode'): Error {
  const error = new Error(`failed to connect session: something. error_code: ${code}`)
  return Object.assign(error, { code: 'GenericFailure' }, property !== null && { [property]: code })
}
