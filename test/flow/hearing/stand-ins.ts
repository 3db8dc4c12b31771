import { createServer, type RequestListener, request, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, LookupFunction } from 'node:net'
import Koa from 'koa'
import { createProbeDesk } from '../../../main/hearing/probe/probe-desk.ts'
import { probeRoute } from '../../../main/hearing/probe/probe-route.ts'
import { startHttpServer } from '../../../main/listener/http-server.ts'
import { answerErrors } from '../../../main/listener/middleware/answer-errors.ts'
import { webhookPath } from '../../../main/listener/webhook-app.ts'
import { createLog } from '../../../main/log.ts'
import type { Certificate } from '../../support/certificate.ts'

/** Ends every server of a test file. */
export interface StandIns {
  /** Resolves with its port. */
  listen(answer: RequestListener, certificate?: Certificate): Promise<number>
  /** A Ringtray's listener with the probe's route in it. */
  ringtray(): Promise<{ desk: ReturnType<typeof createProbeDesk>; port: number; stop(): Promise<void> }>
  end(): Promise<void>
}

export function standIns(): StandIns {
  const ends: (() => Promise<void>)[] = []
  return {
    async listen(answer, certificate) {
      const server = certificate ? createSecureServer(certificate, answer) : createServer(answer)
      ends.push(() => close(server))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return (server.address() as AddressInfo).port
    },
    async ringtray() {
      const desk = createProbeDesk({ now: Date.now })
      const app = new Koa()
      app.silent = true
      app.use(answerErrors({ log: createLog(() => {}) }))
      app.use(probeRoute({ path: webhookPath, desk }))
      const server = await startHttpServer({ app, host: '127.0.0.1', port: 0 })
      let stopped: Promise<void> | null = null
      const stop = () => {
        stopped ??= server.stop(100)
        return stopped
      }
      ends.push(stop)
      return { desk, port: server.port, stop }
    },
    async end() {
      await Promise.all(ends.splice(0).map((end) => end()))
    },
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** A tunnel's far end: passes everything on, but for these headers. */
export function passOn(port: number, { without = [] as string[] } = {}): RequestListener {
  return (incoming, answer) => {
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).filter(([name]) => !without.includes(name)),
    )
    const { method, url: path } = incoming
    const onward = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (back) => {
      answer.writeHead(back.statusCode ?? 0, back.headers)
      back.pipe(answer)
    })
    onward.on('error', () =>
      answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>'),
    )
    incoming.pipe(onward)
  }
}

/** Answers every request alike. */
export function always(status: number, headers: Record<string, string> = {}, body = ''): RequestListener {
  return (_request, answer) => void answer.writeHead(status, headers).end(body)
}

/** These names lead to this computer; no other name exists. */
export function namesHere(...names: string[]): LookupFunction {
  return (name, { all }, callback) => {
    if (!names.includes(name)) {
      callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }), '', 4)
    } else if (all) callback(null, [{ address: '127.0.0.1', family: 4 }])
    else callback(null, '127.0.0.1', 4)
  }
}
