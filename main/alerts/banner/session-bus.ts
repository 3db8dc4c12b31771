import { connect, type Socket } from 'node:net'
import { createConnection, type WireConnection, type WireMessage } from '@httptoolkit/dbus-native'

/** A connection to the session bus. It keeps no process alive. */
export interface SessionBus {
  isOpen(): boolean
  call(call: BusCall): Promise<BusAnswer>
  /** Nobody waits for an answer. */
  send(call: BusCall): void
}

export interface BusCall {
  destination: string
  path: string
  interface: string
  member: string
  signature?: string
  body?: unknown[]
}

export type BusAnswer =
  | { kind: 'reply'; sender: string; body: unknown[] }
  | { kind: 'error'; name: string }
  /** The bus went before it came. */
  | { kind: 'lost' }

export interface BusSignal {
  sender: string
  interface: string
  member: string
  body: unknown[]
}

export interface SessionBusOptions {
  sockets: string[]
  /** The signals to hear, as match rules. */
  rules: string[]
  onSignal(signal: BusSignal): void
  /** The bus has gone. */
  onEnd(): void
}

export const theBus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
}
const callType = 1
const replyType = 2
const errorType = 3
const signalType = 4
const noReplyExpected = 1

/** `null`: no bus can be reached. */
export async function openSessionBus(options: SessionBusOptions): Promise<SessionBus | null> {
  for (const path of options.sockets) {
    const socket = await connectTo(path)
    const connection = socket && (await greet(socket))
    if (connection) return speak(socket, connection, options)
  }
  return null
}

function connectTo(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.unref()
    socket.once('connect', () => resolve(socket))
    socket.on('error', () => resolve(null))
  })
}

function greet(socket: Socket): Promise<WireConnection | null> {
  return new Promise((resolve) => {
    // The others of the library's ways read a cookie file, or work for nobody.
    const connection = createConnection({ stream: socket, authMethods: ['EXTERNAL'] })
    connection.once('connect', () => resolve(connection))
    connection.on('error', () => {
      socket.destroy()
      resolve(null)
    })
    socket.once('close', () => resolve(null))
  })
}

function speak(
  socket: Socket,
  connection: WireConnection,
  { rules, onSignal, onEnd }: SessionBusOptions,
): SessionBus {
  const waiting = new Map<number, (answer: BusAnswer) => void>()
  let serial = 0

  function write(call: BusCall, flags: number): number {
    // The library throws where the stream has ended.
    if (socket.writable) connection.message({ ...call, type: callType, serial: ++serial, flags })
    return serial
  }

  function call(call: BusCall): Promise<BusAnswer> {
    if (!socket.writable) return Promise.resolve({ kind: 'lost' })
    return new Promise((resolve) => waiting.set(write(call, 0), resolve))
  }

  function send(call: BusCall) {
    write(call, noReplyExpected)
  }

  function take(message: WireMessage) {
    const { type, sender = '', body = [] } = message
    if (type === signalType) {
      const { interface: from = '', member = '' } = message
      onSignal({ sender, interface: from, member, body })
    }
    if (type !== replyType && type !== errorType) return
    const { replySerial = 0, errorName = '' } = message
    const answer = waiting.get(replySerial)
    waiting.delete(replySerial)
    answer?.(type === replyType ? { kind: 'reply', sender, body } : { kind: 'error', name: errorName })
  }

  connection.on('message', take)
  socket.once('close', () => {
    for (const answer of waiting.values()) answer({ kind: 'lost' })
    waiting.clear()
    onEnd()
  })
  void call({ ...theBus, member: 'Hello' })
  for (const rule of rules) send({ ...theBus, member: 'AddMatch', signature: 's', body: [rule] })
  return { isOpen: () => socket.writable, call, send }
}
