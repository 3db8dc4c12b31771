import { readFile } from 'node:fs/promises'
import type { CloudflaredSettings, TunnelProblem } from '../../../shared/tunnel.ts'
import { findProgram } from '../child/find-program.ts'
import { publicUrlWanted, readPublicUrl } from '../public-url.ts'
import type { TunnelMeans, TunnelProvider, TunnelTarget } from '../tunnel.ts'
import { readCloudflaredLine } from './cloudflared-line.ts'
import { runProgram } from './run-program.ts'

const name = 'cloudflared'

export const cloudflared: TunnelProvider<CloudflaredSettings> = {
  kind: name,
  needs:
    'A domain at Cloudflare and a tunnel made in its dashboard; your IT installs the program cloudflared on this computer.',
  monthlyRequests: null,
  readSettings({ url, tokenFile, binary }) {
    if (readPublicUrl(url) === null) return `url must be ${publicUrlWanted}`
    if (!isPath(tokenFile)) return 'tokenFile must be the path of a file, or left out'
    if (!isProgram(binary))
      return 'binary must be the path of the program cloudflared on this computer, or left out'
    return {
      kind: name,
      url: String(url),
      ...(tokenFile !== undefined && { tokenFile }),
      ...(binary !== undefined && { binary }),
    }
  },
  async findLack(settings, means) {
    const token = await readToken(settings, means)
    if (typeof token !== 'string') return token
    return findProgram(settings.binary ?? name) === null ? explainMissing(null) : null
  },
  open(settings, target, means) {
    return runProgram(means, async () => {
      const token = await readToken(settings, means)
      if (typeof token !== 'string') return token
      const command = findProgram(settings.binary ?? name)
      if (command === null) return explainMissing(means.children.lastPath(name))
      return {
        name,
        command,
        args: [
          'tunnel',
          // It would start a process of its own that nobody looks after.
          '--no-autoupdate',
          // Its usual port may be another tunnel's.
          ...['--metrics', '127.0.0.1:0'],
          'run',
          ...['--url', `http://${target.host}:${target.port}`],
        ],
        // Arguments can be read by everybody on this computer; the environment cannot.
        env: { TUNNEL_TOKEN: token },
        ...listen(settings, target, means),
      }
    })
  },
}

/** It keeps four connections, and mends each by itself: one is enough to be reached. */
function listen(
  { url }: CloudflaredSettings,
  { port }: TunnelTarget,
  { onEvent }: Pick<TunnelMeans, 'onEvent'>,
) {
  const publicUrl = readPublicUrl(url) ?? url
  const connections = new Set<string>()
  let hint: string | null = null
  let problem: TunnelProblem = {
    code: 'program-failed',
    sentence: 'The program cloudflared ended by itself. It is started again.',
  }

  function onLine(line: string): void {
    const said = readCloudflaredLine(line)
    switch (said?.kind) {
      case 'registered':
        connections.add(said.connection)
        if (connections.size === 1) onEvent({ kind: 'up', publicUrl, hint })
        return
      case 'unregistered':
        if (connections.delete(said.connection) && connections.size === 0) {
          onEvent({ kind: 'interrupted', problem: lost })
        }
        return
      case 'services':
        hint = explainServices(said.services, port)
        if (connections.size > 0) onEvent({ kind: 'up', publicUrl, hint })
        return
      case 'problem':
        problem = said.problem
        if (connections.size === 0) onEvent({ kind: 'interrupted', problem })
        return
      case 'limited':
        // What stands is carried on with.
        if (connections.size === 0) onEvent({ kind: 'limited', problem: said.problem, until: null })
    }
  }
  return { onLine, explainEnd: () => problem }
}

const lost: TunnelProblem = {
  code: 'network',
  sentence:
    'The connection to Cloudflare is lost, most likely with the internet. It is tried again by itself.',
}

async function readToken(
  { tokenFile }: CloudflaredSettings,
  { readSecret }: Pick<TunnelMeans, 'readSecret'>,
): Promise<string | TunnelProblem> {
  if (tokenFile === undefined) return (await readSecret('cloudflared.token')) ?? noToken
  try {
    // cloudflared before 2025.4 cannot read the file itself.
    return (await readFile(tokenFile, 'utf8')).trim() || noToken
  } catch {
    return {
      code: 'no-secret',
      sentence: `The file with the tunnel’s token, ${tokenFile}, cannot be read. Correct its path in the settings, or ask your IT to let you read it.`,
    }
  }
}

const noToken: TunnelProblem = {
  code: 'no-secret',
  sentence:
    'cloudflared needs the tunnel’s token. Copy it from the tunnel’s page at Cloudflare and paste it in the settings.',
}

function explainMissing(lastPath: string | null): TunnelProblem {
  return lastPath === null || findProgram(lastPath) !== null
    ? {
        code: 'program-missing',
        sentence:
          'The program cloudflared is not on this computer. Ask your IT to install “cloudflared” by Cloudflare, or choose another way in.',
      }
    : {
        code: 'program-removed',
        sentence: `The program cloudflared was at ${lastPath} and is gone. An antivirus program may have removed it: ask your IT to install it again and to allow it.`,
      }
}

/** What the dashboard says counts, not what we say: a wrong port there is found out here only. */
function explainServices(services: string[], port: number): string | null {
  const isOurs = services.some((service) => URL.canParse(service) && new URL(service).port === String(port))
  if (isOurs || services.length === 0) return null
  return `The tunnel’s page at Cloudflare sends requests to ${services.join(', ')}; its service must be http://127.0.0.1:${port}.`
}

function isPath(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value.trim() !== '')
}

/** What is named here is run: no other program, and none from somebody else's computer. */
function isProgram(value: unknown): value is string | undefined {
  return isPath(value) && (value === undefined || /^(?![\\/]{2}).*cloudflared[\w.-]*$/i.test(value))
}
