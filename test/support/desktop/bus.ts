import { Message, type MessageBus, sessionBus } from 'dbus-next'

/** A connection to the session bus, or to another one, that is ready. */
export async function openBus(busAddress?: string): Promise<MessageBus> {
  const bus = sessionBus(busAddress === undefined ? {} : { busAddress })
  await new Promise<void>((resolve, reject) => {
    bus.on('connect', resolve)
    bus.on('error', reject)
  })
  return bus
}

export interface BusCall {
  destination: string
  path: string
  interface: string
  member: string
  signature?: string
  body?: unknown[]
}

/** One call; its reply's values. */
export async function callBus(
  bus: MessageBus,
  { signature = '', body = [], ...call }: BusCall,
): Promise<unknown[]> {
  const reply = await bus.call(new Message({ ...call, signature, body }))
  return reply?.body ?? []
}

export const theBus = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' }
