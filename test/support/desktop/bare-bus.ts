import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll } from 'vitest'
import { tempFolder } from '../temp-folder.ts'

const running = new Set<ChildProcess>()

// Registered where it is imported: a hook inside a test would come too late.
afterAll(() => {
  for (const bus of running) bus.kill()
})

export interface BareBus {
  address: string
  /** Resolves once it has gone. */
  stop(): Promise<void>
}

/** A session bus on which nobody shows notifications, and nobody can be started who would. */
export async function startBareBus({ listen = 'unix:tmpdir=/tmp' } = {}): Promise<BareBus> {
  const config = join(tempFolder(), 'bus.conf')
  writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${listen}</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>`,
  )
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  running.add(bus)
  bus.once('exit', () => running.delete(bus))
  const [address] = await once(createInterface({ input: bus.stdout }), 'line')
  return {
    address,
    async stop() {
      if (bus.exitCode !== null || bus.signalCode !== null) return
      const ended = once(bus, 'exit')
      bus.kill()
      await ended
    },
  }
}
