/** The peer of C1: Koa and koa-bodyparser alone. It parses the form, answers 204 and keeps nothing. */
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import bodyParser from 'koa-bodyparser'

const app = new Koa()
app.use(bodyParser())
app.use((ctx) => {
  ctx.status = 204
})
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${JSON.stringify({ ready: true, url: `http://127.0.0.1:${port}/webhook` })}\n`)
})
process.once('SIGTERM', () => process.exit(0))
