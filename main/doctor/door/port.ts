import { once } from 'node:events'
import { connect } from 'node:net'
import type { Settings } from '../../../shared/settings.ts'
import type { LockHolder } from '../../disk/folder-lock.ts'
import { errorCode } from '../../errors.ts'
import { whoListens } from '../../listener/who-listens.ts'
import { type Finding, fail, ok, warn } from '../finding.ts'

const patienceMs = 2_000

/** Whether our own app has its port, or could have it. */
export async function examinePort(settings: Settings, holder: LockHolder | null): Promise<Finding[]> {
  const port = holder?.port ?? settings.port
  if (port === 0) return [ok('port', 'The system chooses a port at each start.')]
  const isTaken = await answers(port)
  if (holder?.port == null) return [isTaken ? await taken(port, holder) : free(port, holder)]
  if (!isTaken) {
    return [
      warn(
        'port',
        `Ringtray runs, and does not answer on 127.0.0.1:${port}. If it was not started with another --host, quit it and start it again.`,
      ),
    ]
  }
  return [ok('port', `${holder.command.replace(/^the /, 'The ')} listens on port ${port}.`)]
}

async function taken(port: number, holder: LockHolder | null): Promise<Finding> {
  const who = await whoListens(port)
  const meaning = holder === null ? 'Ringtray cannot have it when it starts' : 'no call can arrive'
  return fail(
    'port',
    `Port ${port} is used by ${who}, so ${meaning}. End that program, or set another "port" in settings.json and in the tunnel.`,
  )
}

function free(port: number, holder: LockHolder | null): Finding {
  if (holder === null) return ok('port', `Port ${port} is free.`)
  return warn(
    'port',
    `Ringtray runs and does not listen (yet) on port ${port}. If that lasts, quit it and start it again.`,
  )
}

async function answers(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' })
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(patienceMs) })
    return true
  } catch (error) {
    // A port that takes connections and accepts none is taken as well.
    return errorCode(error) !== 'ECONNREFUSED'
  } finally {
    socket.destroy()
  }
}
