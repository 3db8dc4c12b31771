import type { EventEmitter } from 'node:events'
import type { Duplex } from 'node:stream'

// The library's own types leave its lower half out, which is what is used here: the handshake and the form of messages.
declare module '@httptoolkit/dbus-native' {
  export interface WireMessage {
    /** 1 a call, 2 its reply, 3 an error instead, 4 a signal. */
    type: number
    serial: number
    /** 1: nobody waits for a reply. */
    flags?: number
    replySerial?: number
    sender?: string
    destination?: string
    path?: string
    interface?: string
    member?: string
    errorName?: string
    signature?: string
    body?: unknown[]
  }

  export interface WireConnection
    extends EventEmitter<{ connect: []; error: [unknown]; message: [WireMessage] }> {
    message(message: WireMessage): void
  }

  export function createConnection(options: { stream: Duplex; authMethods: string[] }): WireConnection
}
