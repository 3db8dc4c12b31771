import Router from '@koa/router'
import Koa from 'koa'
import type { Proofs } from '../../shared/settings.ts'
import type { ProbeDesk } from '../hearing/probe/probe-desk.ts'
import { probeRoute } from '../hearing/probe/probe-route.ts'
import type { Log } from '../log.ts'
import { createGuessLimit } from './guess-limit.ts'
import { answerErrors } from './middleware/answer-errors.ts'
import { authenticate } from './middleware/authenticate.ts'
import { type Arrival, keep } from './middleware/keep.ts'
import { onlyGetAndPost } from './middleware/only-get-and-post.ts'
import { readBody } from './middleware/read-body.ts'
import { shutWithoutProof } from './middleware/shut-without-proof.ts'
import { tellOfRequest } from './middleware/tell-of-request.ts'

export interface WebhookAppOptions {
  proofs(): Proofs
  probeDesk: Pick<ProbeDesk, 'accept'>
  /** Any request, before anything is known of it. */
  onRequest(): void
  /** Resolves once the arrival is on disk, with whether anything in it can be read. */
  receive(arrival: Arrival): Promise<'kept' | 'unreadable'>
  /** A request without a right proof. Nothing else of it is known, and nothing of it is kept. */
  onRefused(): void
  now(): number
  log: Log
}

/** Known between the steps of one request. */
export interface RequestState {
  query: [name: string, value: string][]
  body: Buffer
}

export const webhookPath = '/webhook'

/** The way of a webhook from the first byte to the reply. The order of the steps is the order below. */
export function createWebhookApp(options: WebhookAppOptions): Koa {
  const { proofs, probeDesk, onRequest, receive, onRefused, now, log } = options
  const app = new Koa<RequestState>()
  // `/Webhook` and `/webhook/` are other paths.
  const router = new Router<RequestState>({ sensitive: true, strict: true })
  router.all(
    webhookPath,
    onlyGetAndPost(),
    shutWithoutProof({ proofs }),
    authenticate({ proofs, guessLimit: createGuessLimit(), onRefused, now }),
    readBody(),
    keep({ receive, log }),
  )
  // Koa prints what nobody caught, request included. Nothing of a request may reach a log.
  app.silent = true
  app.use(tellOfRequest({ onRequest }))
  app.use(answerErrors({ log }))
  app.use(probeRoute({ path: webhookPath, desk: probeDesk }))
  app.use(router.routes())
  return app
}
