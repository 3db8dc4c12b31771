import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../sshd.ts'
import { tempFolder } from '../temp-folder.ts'
import { documented } from './documented.ts'
import { type ProxyOptions, type ProxyServer, runProxy } from './proxy.ts'

/** The system's nginx with `docs/server/nginx.conf`, and around it what Debian's nginx.conf has. */
export async function startNginx({ to, certificate, changes = {} }: ProxyOptions): Promise<ProxyServer> {
  const dir = tempFolder()
  const port = await freePort()
  const logDir = join(dir, 'log')
  mkdirSync(logDir)
  writeFileSync(join(dir, 'fullchain.pem'), certificate.cert)
  writeFileSync(join(dir, 'privkey.pem'), certificate.key, { mode: 0o600 })
  const site = documented('nginx.conf', {
    'listen 443 ssl;': `listen 127.0.0.1:${port} ssl;`,
    'listen [::]:443 ssl;': '',
    '127.0.0.1:7464': `127.0.0.1:${to}`,
    '/etc/letsencrypt/live/calls.example.com': dir,
    'calls.example.com': 'localhost',
    '/var/log/nginx': logDir,
    ...changes,
  })
  writeFileSync(join(dir, 'ringtray.conf'), site)
  writeFileSync(join(dir, 'nginx.conf'), around(dir))
  const args = ['-p', dir, '-c', join(dir, 'nginx.conf'), '-e', join(logDir, 'error.log')]
  const proxy = await runProxy({ port, logDir, command: '/usr/sbin/nginx', args })
  // A body that is too long for its memory has nowhere to go now: it would be answered 500.
  rmSync(join(dir, 'spool'), { recursive: true })
  return {
    ...proxy,
    async start() {
      mkdirSync(join(dir, 'spool'))
      await proxy.start()
      rmSync(join(dir, 'spool'), { recursive: true })
    },
  }
}

function around(dir: string): string {
  const isRoot = process.getuid?.() === 0
  const spools = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  mkdirSync(join(dir, 'spool'))
  return [
    // As root it would give its work to a user who may not read our folder.
    isRoot ? 'user root;' : '',
    'daemon off;',
    'worker_processes 2;',
    `pid ${dir}/nginx.pid;`,
    'events { worker_connections 768; }',
    'http {',
    ...spools.map((name) => `${name}_temp_path ${dir}/spool/${name};`),
    `include ${dir}/ringtray.conf;`,
    '}',
    '',
  ].join('\n')
}
