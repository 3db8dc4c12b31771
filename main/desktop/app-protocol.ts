import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

/** Windows load `app://ringtray/…`: unlike file://, an origin of its own that reaches nothing else on the disk. */
export const appOrigin = 'app://ringtray'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const securityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built pages, and nothing outside their folder. */
export function serveAppPages(pagesDir: string): void {
  protocol.handle('app', async (request) => {
    const { origin, pathname } = parse(request.url)
    const path = normalize(join(pagesDir, pathname))
    const type = contentTypes[extname(path)]
    if (origin !== appOrigin || !path.startsWith(pagesDir + sep) || type === undefined) return refuse()
    try {
      const content = await readFile(path)
      return new Response(new Uint8Array(content), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': securityPolicy,
          'X-Content-Type-Options': 'nosniff',
        },
      })
    } catch {
      return refuse()
    }
  })
}

function parse(url: string): { origin: string; pathname: string } {
  const { protocol: scheme, host, pathname } = new URL(url)
  return { origin: `${scheme}//${host}`, pathname: decodeURIComponent(pathname) }
}

function refuse(): Response {
  return new Response(null, { status: 404 })
}
