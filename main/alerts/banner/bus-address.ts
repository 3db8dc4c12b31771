import { join } from 'node:path'

/** The Unix sockets on which the session bus may listen, in the order in which to try them. */
export function busSockets({ DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR }: NodeJS.ProcessEnv): string[] {
  if (DBUS_SESSION_BUS_ADDRESS) return DBUS_SESSION_BUS_ADDRESS.split(';').flatMap(socketOf)
  // Where systemd puts it, also for programs that were not told.
  return XDG_RUNTIME_DIR ? [join(XDG_RUNTIME_DIR, 'bus')] : []
}

/** One address, as the D-Bus specification writes it: `unix:path=/run/user/1000/bus,guid=…`, its bytes percent-encoded. */
function socketOf(address: string): string[] {
  if (!address.startsWith('unix:')) return []
  const pairs = address.slice('unix:'.length).split(',')
  const values = new Map(pairs.map((pair) => [pair.split('=', 1)[0], pair.slice(pair.indexOf('=') + 1)]))
  const [path, abstract] = [values.get('path'), values.get('abstract')]
  try {
    if (path !== undefined) return [decodeURIComponent(path)]
    // Linux has sockets without a file: Node names them with a leading NUL.
    return abstract === undefined ? [] : [`\0${decodeURIComponent(abstract)}`]
  } catch {
    return []
  }
}
