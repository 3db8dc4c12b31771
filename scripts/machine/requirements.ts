import { existsSync } from 'node:fs'
import path from 'node:path'
import { runQuietly } from '../terminal/run-quietly.ts'

/** What a command is going to do, and so what the machine must have. */
export interface Purpose {
  /** Null: nothing of it starts Electron. */
  electronPath: string | null
  /** A screen and a bus of our own are going to be opened. */
  ownSession: boolean
  desktopTests: boolean
  /** They start an SSH server of their own, as the far end of a tunnel. */
  sshTests: boolean
  /** They put a proxy server of their own in front of the listener. */
  proxyTests: boolean
  /** They start a session bus of their own, beside that of the desktop. */
  busTests: boolean
}

export const nothing: Purpose = {
  electronPath: null,
  ownSession: false,
  desktopTests: false,
  sshTests: false,
  proxyTests: false,
  busTests: false,
}

export interface Missing {
  /** What was looked for, in words for machines without apt. */
  what: string
  packages: string[]
}

const electronPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']
/** Electron opens these while it runs, so the loader does not miss them: windows, notifications, the key store, idle time. */
const openedLater = {
  'libnotify.so.4': 'libnotify4',
  'libsecret-1.so.0': 'libsecret-1-0',
  'libXss.so.1': 'libxss1',
}
const sessionPrograms = { Xvfb: 'xvfb', 'dbus-daemon': 'dbus', dunst: 'dunst' }
const testPrograms = {
  curl: 'curl',
  openbox: 'openbox',
  xdotool: 'xdotool',
  xfwm4: 'xfwm4',
  xprop: 'x11-utils',
  dunstctl: 'dunst',
  'dbus-monitor': 'dbus',
  'notify-send': 'libnotify-bin',
  ps: 'procps',
}
const sshPrograms = { ssh: 'openssh-client', sshd: 'openssh-server', ps: 'procps' }
const busPrograms = { 'dbus-daemon': 'dbus' }
const proxyPrograms = { nginx: 'nginx', caddy: 'caddy', ps: 'procps' }
/** Names that customers have: without a font for them a picture of the window shows boxes. */
const fontPath = '/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf'

/** Looks, and changes nothing. Only Linux leaves these to the system. */
export async function findMissing(purpose: Purpose): Promise<Missing[]> {
  const { electronPath, ownSession, desktopTests, sshTests, proxyTests, busTests } = purpose
  if (process.platform !== 'linux') return []
  const missing = electronPath === null ? [] : await missingLibraries(electronPath)
  if (sshTests) missing.push(...missingPrograms(sshPrograms))
  if (proxyTests) missing.push(...missingPrograms(proxyPrograms))
  if (busTests) missing.push(...missingPrograms(busPrograms))
  if (ownSession || desktopTests) missing.push(...missingPrograms(sessionPrograms))
  if (desktopTests) {
    missing.push(...missingPrograms(testPrograms))
    if (!existsSync(fontPath)) missing.push({ what: 'a Devanagari font', packages: ['fonts-noto-core'] })
  }
  return missing
}

export function hasProgram(name: string): boolean {
  // Debian keeps some programs where an ordinary user's PATH does not look.
  const dirs = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin']
  return dirs.some((dir) => dir !== '' && existsSync(path.join(dir, name)))
}

function missingPrograms(programs: Record<string, string>): Missing[] {
  return Object.entries(programs)
    .filter(([program]) => !hasProgram(program))
    .map(([program, name]) => ({ what: program, packages: [name] }))
}

async function missingLibraries(electronPath: string): Promise<Missing[]> {
  const { output: linked } = await runQuietly('ldd', [electronPath])
  const notFound = [...linked.matchAll(/^\s*(\S+) => not found$/gm)].map(([, library]) => library ?? '')
  const { output: known } = await runQuietly('/sbin/ldconfig', ['-p'])
  const missing = Object.entries(openedLater)
    .filter(([library]) => !known.includes(library))
    .map(([library, name]) => ({ what: library, packages: [name] }))
  // The four bring the rest with them; apt skips those that are there.
  return notFound.length === 0
    ? missing
    : [{ what: notFound.join(', '), packages: electronPackages }, ...missing]
}
