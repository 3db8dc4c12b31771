import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../sshd.ts'
import { tempFolder } from '../temp-folder.ts'
import { documented } from './documented.ts'
import { type ProxyOptions, type ProxyServer, runProxy } from './proxy.ts'

/** The system's Caddy with `docs/server/Caddyfile`, and a certificate of ours where it would fetch one. */
export async function startCaddy({ to, certificate, changes = {} }: ProxyOptions): Promise<ProxyServer> {
  const dir = tempFolder()
  const port = await freePort()
  const logDir = join(dir, 'log')
  mkdirSync(logDir)
  const [certPath, keyPath, configPath] = [
    join(dir, 'cert.pem'),
    join(dir, 'key.pem'),
    join(dir, 'Caddyfile'),
  ]
  writeFileSync(certPath, certificate.cert)
  writeFileSync(keyPath, certificate.key, { mode: 0o600 })
  const config = documented('Caddyfile', {
    '\tadmin off\n': `\tadmin off\n\tauto_https disable_redirects\n\tdefault_bind 127.0.0.1\n`,
    'calls.example.com {\n': `localhost:${port} {\n\ttls ${certPath} ${keyPath}\n`,
    '127.0.0.1:7464': `127.0.0.1:${to}`,
    ...changes,
  })
  writeFileSync(configPath, config)
  const args = ['run', '--config', configPath, '--adapter', 'caddyfile']
  // It keeps what it knows in folders of the user's.
  const env = { XDG_DATA_HOME: join(dir, 'data'), XDG_CONFIG_HOME: join(dir, 'config'), HOME: dir }
  return runProxy({ port, logDir, command: '/usr/bin/caddy', args, env })
}
