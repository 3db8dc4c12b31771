/** A program of its own: `node slow-clients.ts PORT COUNT HEADER`. Opens so many slow connections at once and keeps at it. */
import { connect } from 'node:net'

const [port, count, proofLine] = process.argv.slice(2)

/** What each sends at once; then a byte of `drips` a second. */
const kinds = [
  // A head that never ends, and one of which nothing comes.
  { first: 'POST /webhook HTTP/1.1\r\nHost: x\r\nX-Slow: ', drips: 'a' },
  { first: '', drips: '' },
  // A body that never ends, admitted and not.
  {
    first: `POST /webhook HTTP/1.1\r\nHost: x\r\n${proofLine}\r\nContent-Length: 100000\r\n\r\n`,
    drips: 'a',
  },
  { first: 'POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n', drips: 'a' },
  {
    first: `POST /webhook HTTP/1.1\r\nHost: x\r\n${proofLine}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n`,
    drips: 'a\r\n1\r\n',
  },
  // Nobody takes the answer.
  { first: 'GET /webhook HTTP/1.1\r\nHost: x\r\n\r\n', drips: '' },
  { first: `GET /nowhere HTTP/1.1\r\nHost: x\r\n${proofLine}\r\n\r\n`.repeat(100), drips: '' },
]

const clients = Array.from({ length: Number(count) }, (_, index) => {
  const { first, drips } = kinds[index % kinds.length] ?? { first: '', drips: '' }
  const socket = connect({ port: Number(port), host: '127.0.0.1' })
  socket.on('error', () => {})
  socket.pause()
  socket.write(first)
  return { socket, drips, given: 0 }
})

// One after the other all the time, not all in the same moment once a second.
const everyMs = 20
const turns = 1_000 / everyMs
let turn = 0
setInterval(() => {
  turn = (turn + 1) % turns
  for (let index = turn; index < clients.length; index += turns) {
    const client = clients[index]
    if (client === undefined || client.drips === '' || !client.socket.writable) continue
    client.socket.write(client.drips.charAt(client.given++ % client.drips.length))
  }
}, everyMs)
