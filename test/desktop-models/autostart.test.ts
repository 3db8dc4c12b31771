import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { autostartPath, createAutostartFile } from '../../main/desktop/autostart/autostart-file.ts'
import { autostartEntry } from '../../main/desktop/autostart/desktop-entry.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A line ends at a line feed only: `.` and `$` would also stop at U+2028. */
const execOf = (entry: string) =>
  entry
    .split('\n')
    .find((line) => line.startsWith('Exec='))
    ?.slice('Exec='.length) ?? ''

/** What a desktop starts: the string's escapes are undone, then the quotes, then the field codes. */
function argumentsOf(exec: string): string[] {
  const escapes: Record<string, string> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' }
  const text = exec.replaceAll(/\\(.)/g, (_all, letter) => escapes[letter] ?? '')
  const args = text.match(/"(?:\\.|[^"\\])*"|[^\s"]+/gs) ?? []
  return args
    .map((arg) => (arg.startsWith('"') ? arg.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : arg))
    .map((arg) => arg.replaceAll('%%', '%'))
}

const open = (command = ['/opt/Ringtray/ringtray', '--data', '/home/a/data']) => {
  const path = join(tempFolder(), 'config', 'autostart', 'ringtray.desktop')
  return { path, autostart: createAutostartFile({ path, command }) }
}

describe('the autostart entry', () => {
  it('leaves plain words as they are', () => {
    expect(execOf(autostartEntry(['/opt/ringtray', '--data', '/home/a-b/x_1.d']))).toBe(
      '/opt/ringtray --data /home/a-b/x_1.d',
    )
  })

  it.each([
    [['/opt/my apps/ringtray'], '"/opt/my apps/ringtray"'],
    [['/a', 'say "hi"'], String.raw`/a "say \\"hi\\""`],
    [['/a', '$HOME'], String.raw`/a "\\$HOME"`],
    [['/a', '`x`'], '/a "\\\\`x\\\\`"'],
    [['/a', '50%'], '/a 50%%'],
    [['/a', 'C:\\b'], String.raw`/a "C:\\\\b"`],
    [['/a', ''], '/a ""'],
    [['/a', 'one\ntwo'], String.raw`/a "one\ntwo"`],
    [['/a', 'one\u2028two'], '/a "one\u2028two"'],
  ])('quotes %j as the specification says', (command, exec) => {
    expect(execOf(autostartEntry(command))).toBe(exec)
  })

  it('starts what it was told, whatever the words hold, on one line', () => {
    const words = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 })
    const nasty = fc.array(fc.string({ unit: fc.constantFrom(...' "\\$`%\'\n\t=;a') }), { minLength: 1 })
    fc.assert(
      fc.property(fc.oneof(words, nasty), (command) => {
        expect(argumentsOf(execOf(autostartEntry(command)))).toEqual(command)
      }),
    )
  })
})

describe('starting with the computer on Linux', () => {
  it('is off until it is set, then on, then off, and the file tells it', async () => {
    const { path, autostart } = open()
    expect(await autostart.isOn()).toBe(false)
    await autostart.set(true)
    expect(await autostart.isOn()).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain('\nExec=/opt/Ringtray/ringtray --data /home/a/data\n')
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
    await autostart.set(false)
    expect(await autostart.isOn()).toBe(false)
    expect(existsSync(path)).toBe(false)
  })

  it('stays off when it is set off twice', async () => {
    const { autostart } = open()
    await autostart.set(false)
    expect(await autostart.isOn()).toBe(false)
  })

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false', ' hidden = True'])(
    'sees that a desktop has switched it off by %s, and switches it on again',
    async (line) => {
      const { path, autostart } = open()
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, `[Desktop Entry]\nType=Application\nExec=/a\n${line}\n`)
      expect(await autostart.isOn()).toBe(false)
      await autostart.set(true)
      expect(await autostart.isOn()).toBe(true)
    },
  )

  it('lies where the desktop looks for it', () => {
    expect(autostartPath({ XDG_CONFIG_HOME: '/x' })).toBe('/x/autostart/ringtray.desktop')
    expect(autostartPath({ XDG_CONFIG_HOME: '' })).toMatch(/\/\.config\/autostart\/ringtray\.desktop$/)
  })
})
