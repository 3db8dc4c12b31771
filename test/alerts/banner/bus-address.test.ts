import { describe, expect, it } from 'vitest'
import { busSockets } from '../../../main/alerts/banner/bus-address.ts'

describe('the sockets of the session bus', () => {
  it.each([
    ['unix:path=/run/user/1000/bus', ['/run/user/1000/bus']],
    ['unix:path=/tmp/dbus-1,guid=0a1b', ['/tmp/dbus-1']],
    ['unix:guid=0a1b,path=/tmp/dbus-1', ['/tmp/dbus-1']],
    ['unix:path=/tmp/a%20desk%2c', ['/tmp/a desk,']],
    ['unix:abstract=/tmp/dbus-1,guid=0a1b', ['\0/tmp/dbus-1']],
    ['tcp:host=localhost,port=1234;unix:path=/a;unix:path=/b', ['/a', '/b']],
    ['unix:path=/tmp/%zz', []],
    ['unix:runtime=yes', []],
    ['nonsense', []],
  ])('are read from %s', (address, sockets) => {
    expect(busSockets({ DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: '/run/user/1000' })).toEqual(
      sockets,
    )
  })

  it('are where systemd puts one, for a program that was not told', () => {
    expect(busSockets({ XDG_RUNTIME_DIR: '/run/user/1000' })).toEqual(['/run/user/1000/bus'])
    expect(busSockets({})).toEqual([])
  })
})
