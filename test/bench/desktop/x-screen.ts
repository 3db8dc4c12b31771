import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'

/** The screen as whoever sits before it sees it, read from outside of the programs that draw on it. */
export interface Screen {
  /** The pixels of a part of it, as they are now. */
  read(part: Part): Promise<Buffer>
  stop(): void
}

export interface Part {
  x: number
  y: number
  width: number
  height: number
}

/** As much of the X11 protocol (core, version 11) as it takes to look. */
export async function openScreen(): Promise<Screen> {
  const number = /:(\d+)/.exec(process.env.DISPLAY ?? '')?.[1]
  if (number === undefined) throw new Error('DISPLAY names no screen')
  const socket = connect(`/tmp/.X11-unix/X${number}`)
  const take = reader(socket)
  socket.write(connectionSetup(await readCookie()))
  const head = await take(8)
  if (head[0] !== 1) throw new Error('The X server refuses the connection')
  const root = rootOf(await take(head.readUInt16LE(6) * 4))
  return {
    async read(part) {
      socket.write(getImage(root, part))
      const reply = await take(32)
      if (reply[0] !== 1) throw new Error(`The X server answers with error ${reply[1]}`)
      return take(reply.readUInt32LE(4) * 4)
    },
    stop: () => socket.destroy(),
  }
}

/** The last field of the only entry that a session of ours has. */
async function readCookie(): Promise<Buffer> {
  return (await readFile(process.env.XAUTHORITY ?? '')).subarray(-16)
}

function connectionSetup(cookie: Buffer): Buffer {
  const name = 'MIT-MAGIC-COOKIE-1'
  const head = Buffer.alloc(12)
  head.write('l')
  head.writeUInt16LE(11, 2)
  head.writeUInt16LE(name.length, 6)
  head.writeUInt16LE(cookie.length, 8)
  return Buffer.concat([head, Buffer.from(name.padEnd(20, '\0'), 'latin1'), cookie])
}

/** The first screen stands behind the vendor's name, filled up to four bytes, and eight bytes for each pixel format. */
function rootOf(setup: Buffer): number {
  const vendor = Math.ceil(setup.readUInt16LE(16) / 4) * 4
  const formats = setup.readUInt8(21) * 8
  return setup.readUInt32LE(32 + vendor + formats)
}

function getImage(root: number, { x, y, width, height }: Part): Buffer {
  const request = Buffer.alloc(20)
  request.writeUInt8(73, 0)
  // Each pixel in four bytes.
  request.writeUInt8(2, 1)
  request.writeUInt16LE(5, 2)
  request.writeUInt32LE(root, 4)
  for (const [at, value] of [x, y].entries()) request.writeInt16LE(value, 8 + 2 * at)
  for (const [at, value] of [width, height].entries()) request.writeUInt16LE(value, 12 + 2 * at)
  request.writeUInt32LE(0xffffffff, 16)
  return request
}

/** Answers the next so many bytes. */
function reader(socket: Socket): (count: number) => Promise<Buffer> {
  let rest = Buffer.alloc(0)
  let wake = () => {}
  let failure: Error | null = null
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk])
    wake()
  })
  socket.on('error', (error) => {
    failure = error
    wake()
  })
  return async (count) => {
    while (rest.length < count) {
      if (failure !== null) throw failure
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    const taken = rest.subarray(0, count)
    rest = rest.subarray(count)
    return taken
  }
}
