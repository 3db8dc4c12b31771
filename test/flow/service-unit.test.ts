import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { programPath } from '../support/program.ts'
import { documented } from '../support/proxy/documented.ts'
import { tempFolder } from '../support/temp-folder.ts'

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')
const unitName = 'ringtray.service'

/** Sections, and in them every line `Name=value`; a name that stands twice, or a line that is none, fails. */
function readUnit(text: string): Record<string, Record<string, string>> {
  const sections: Record<string, Record<string, string>> = {}
  let section: Record<string, string> = {}
  for (const line of text.split('\n').filter((each) => each !== '' && !each.startsWith('#'))) {
    const title = /^\[(\w+)\]$/.exec(line)?.[1]
    const [, name = '', value = ''] = /^([A-Z][A-Za-z]+)=(.*)$/.exec(line) ?? []
    if (title !== undefined) section = sections[title] = {}
    else if (name === '' || name in section) throw new Error(`Not one setting: ${line}`)
    else section[name] = value
  }
  return sections
}

const unit = readUnit(documented(unitName, {}))

it('runs the program that package.json names with the pinned Node, and ends it as a supervisor does', async () => {
  const dir = join(tempFolder(), 'ringtray')
  const [node = '', program = '', ...args] = (unit.Service?.ExecStart ?? '')
    .replaceAll('/opt/ringtray', root)
    .replace('/var/lib/ringtray', dir)
    .split(' ')
  expect(program).toBe(programPath)
  const child = spawn(
    '/bin/sh',
    ['-c', `umask ${unit.Service?.UMask}; exec "$0" "$@"`, node, program, ...args, '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const ended = once(child, 'close')
  const [line] = await once(createInterface(child.stdout), 'line')
  expect(JSON.parse(line)).toMatchObject({ ready: true })
  expect(JSON.parse(readFileSync(join(dir, 'settings.json'), 'utf8')).proofs.header.value).toMatch(
    /^[0-9a-f]{64}$/,
  )
  expect(statSync(dir).mode & 0o777).toBe(0o700)
  child.kill(unit.Service?.KillSignal as NodeJS.Signals)
  expect(await ended).toEqual([0, null])
})

it('gives it a user of its own, one folder to write to, and no way up', () => {
  expect(unit.Service).toMatchObject({
    User: 'ringtray',
    StateDirectory: 'ringtray',
    StateDirectoryMode: '0700',
    UMask: '0077',
    ProtectSystem: 'strict',
    NoNewPrivileges: 'yes',
    CapabilityBoundingSet: '',
    Restart: 'always',
  })
  // Node could not compile, and the folder's lock could not be taken.
  expect(unit.Service).not.toHaveProperty('MemoryDenyWriteExecute')
  expect(unit.Service?.RestrictAddressFamilies).toContain('AF_UNIX')
})

it('is understood by systemd, where that is installed', () => {
  if (!existsSync('/usr/bin/systemd-analyze')) return
  const path = join(tempFolder(), unitName)
  writeFileSync(path, documented(unitName, { '/opt/ringtray': root }))
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', path], { encoding: 'utf8' })
  // It may complain of other units of this machine.
  expect(stderr.split('\n').filter((line) => line.includes(unitName))).toEqual([])
  expect(status).toBe(0)
})
