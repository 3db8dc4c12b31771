import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type Koa from 'koa'
import { errorCode, SpokenError } from '../errors.ts'
import { createBurstGauge } from './burst-gauge.ts'
import { createConnectionWatch } from './connection-watch.ts'
import { whoListens } from './who-listens.ts'

/** The loopback HTTP server in front of the Koa app, with its limits. */
export interface HttpServer {
  port: number
  /** A burst is arriving: what is not needed for the replies can wait. */
  isBusy(): boolean
  /** Stops accepting, lets what is in flight finish for at most so long, then closes every connection. */
  stop(deadlineMs: number): Promise<void>
}

export interface HttpServerOptions {
  app: Koa
  host: string
  /** 0 lets the system choose. */
  port: number
}

const sweepEveryMs = 500

export async function startHttpServer({ app, host, port }: HttpServerOptions): Promise<HttpServer> {
  const burst = createBurstGauge()
  const watch = createConnectionWatch()
  const answer = app.callback()
  const handle: RequestListener = (request, response) => {
    burst.count()
    watch.begin(request.socket)
    // A path is all that a webhook asks for. Anything else (`http://[`, `*`) would make the URL parser throw.
    if (request.url?.startsWith('/')) void answer(request, response)
    else response.writeHead(400, { connection: 'close' }).end()
  }
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 5_000,
    requestTimeout: 6_000,
    keepAliveTimeout: 65_000,
    // Node looks for slow clients only this often; its default of 30 s would make the limits above 5 times longer.
    connectionsCheckingInterval: sweepEveryMs,
    // Of a body that nobody asked for yet no more than one read is taken.
    highWaterMark: 16 * 1024,
  })
  server.on('connection', watch.accept)
  server.on('request', handle)
  // Node would tell the client to send its body before any proof was seen.
  server.on('checkContinue', handle)
  // Node would keep the connection of who expects something else open for the next request, proof or not.
  server.on('checkExpectation', (_request, response) => {
    response.writeHead(417, { connection: 'close' }).end()
  })
  await listen(server, host, port)
  const sweeping = setInterval(watch.sweep, sweepEveryMs).unref()
  const { port: actualPort } = server.address() as AddressInfo
  return {
    port: actualPort,
    isBusy: burst.isBurst,
    async stop(deadlineMs) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs)
      await closed
      clearTimeout(deadline)
      clearInterval(sweeping)
    },
  }
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, () => {
        server.off('error', reject)
        resolve()
      })
    })
  } catch (error) {
    throw new SpokenError(await describeListenError(error, host, port), { cause: error })
  }
}

async function describeListenError(error: unknown, host: string, port: number): Promise<string> {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is used by ${await whoListens(port)}, so no call can arrive. End that program, or set another "port" in settings.json and in the tunnel.`
    case 'EACCES':
      return `The system does not allow port ${port}, so no call can arrive. Set a "port" above 1023 in settings.json.`
    case 'EADDRNOTAVAIL':
      return `This computer has no address ${host}, so no call can arrive. Leave --host away to listen on 127.0.0.1.`
    default:
      return `Ringtray cannot listen on ${host}:${port}, so no call can arrive (${errorCode(error) ?? 'unknown error'}).`
  }
}
