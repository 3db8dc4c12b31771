import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from './temp-folder.ts'

/** A program that says what cloudflared says, line by line as its real logs have it. */
export interface CloudflaredStandIn {
  path: string
  /** What it says from the next start on: at once, then with each SIGUSR1 the next part. */
  says(parts: string[][], options?: { endsWith?: number; ignoresTerm?: boolean }): void
  /** Arguments and token of its last start; null where it never started. */
  lastStart(): { args: string[]; token: string | undefined } | null
  /** As an antivirus program does. */
  remove(): void
}

export function makeCloudflared(): CloudflaredStandIn {
  const dir = tempFolder()
  const path = join(dir, 'cloudflared')
  const scriptPath = join(dir, 'script.json')
  const seenPath = join(dir, 'seen.json')
  const program = `#!${process.execPath}
const fs = require('node:fs')
const { parts, endsWith, ignoresTerm } = JSON.parse(fs.readFileSync(${JSON.stringify(scriptPath)}, 'utf8'))
const next = () => { for (const line of parts.shift() ?? []) process.stderr.write('2026-11-23T07:11:41Z ' + line + '\\n') }
process.on('SIGUSR1', next)
process.on('SIGTERM', () => {
  if (ignoresTerm) return
  process.stderr.write('2026-11-23T07:11:42Z INF Initiating graceful shutdown due to signal terminated ...\\n')
  process.exit(0)
})
const seen = { args: process.argv.slice(2), token: process.env.TUNNEL_TOKEN }
fs.writeFileSync(${JSON.stringify(`${seenPath}.new`)}, JSON.stringify(seen))
fs.renameSync(${JSON.stringify(`${seenPath}.new`)}, ${JSON.stringify(seenPath)})
next()
if (endsWith !== undefined) process.exitCode = endsWith
else setInterval(() => {}, 60_000)
`
  writeFileSync(path, program)
  chmodSync(path, 0o755)
  return {
    path,
    says(parts, options = {}) {
      writeFileSync(`${scriptPath}.new`, JSON.stringify({ parts, ...options }))
      renameSync(`${scriptPath}.new`, scriptPath)
    },
    lastStart: () => (existsSync(seenPath) ? JSON.parse(readFileSync(seenPath, 'utf8')) : null),
    remove: () => rmSync(path),
  }
}

const connector = '0d8a7f3c-5f1e-4d0a-9a55-6f9d7b1c2e34'

export const cloudflaredSays = {
  starting: [
    'INF Starting tunnel tunnelID=c1744f8b-faa1-48a4-9e5c-02ac921467fa',
    'INF Version 2026.10.0 (Checksum 2f1c)',
    'INF GOOS: linux, GOVersion: go1.26.1, GoArch: amd64',
    'INF Settings: map[metrics:127.0.0.1:0 no-autoupdate:true token:*****]',
    `INF Generated Connector ID: ${connector}`,
    'INF Initial protocol quic',
    'INF Starting metrics server on 127.0.0.1:41233/metrics',
  ],
  registered: (index: number) =>
    `INF Registered tunnel connection connIndex=${index} connection=${connector} event=0 ip=198.41.200.${index} location=bom0${index} protocol=quic`,
  unregistered: (index: number) => [
    `INF Unregistered tunnel connection connIndex=${index} event=0 ip=198.41.200.${index}`,
    `WRN Failed to serve tunnel connection error="timeout: no recent network activity" connIndex=${index} event=0 ip=198.41.200.${index}`,
    `INF Retrying connection in up to 1s connIndex=${index} event=0 ip=198.41.200.${index}`,
  ],
  configured: (service: string) =>
    `INF Updated to new configuration config="{\\"ingress\\":[{\\"hostname\\":\\"calls.example.com\\",\\"originRequest\\":{},\\"service\\":\\"${service}\\"},{\\"service\\":\\"http_status:404\\"}],\\"warp-routing\\":{\\"enabled\\":false}}" version=2`,
  badToken: 'Provided Tunnel token is not valid.',
  unauthorized: [
    'ERR Register tunnel error from server side error="Unauthorized: Tunnel not found" connIndex=0 event=0 ip=198.41.192.77',
    'INF Retrying connection in up to 2s connIndex=0 event=0 ip=198.41.192.77',
  ],
  blocked: [
    'ERR Failed to dial a quic connection error="failed to dial to edge with quic: timeout: no recent network activity" connIndex=0 event=0 ip=198.41.192.7',
    'INF Retrying connection in up to 2s connIndex=0 event=0 ip=198.41.192.7',
  ],
  tooMany:
    'ERR Register tunnel error from server side error="429 Too Many Requests" connIndex=0 event=0 ip=198.41.192.77',
}
