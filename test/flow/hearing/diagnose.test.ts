import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAsk } from '../../../main/hearing/diagnosis/ask.ts'
import { createDiagnose } from '../../../main/hearing/diagnosis/diagnose.ts'
import { webhookPath } from '../../../main/listener/webhook-app.ts'
import type { ProbeFinding } from '../../../shared/hearing.ts'
import { dayMs } from '../../../shared/time.ts'
import { type Certificate, createAuthority, selfSigned } from '../../support/certificate.ts'
import { exchange } from '../../support/raw-http.ts'
import { always, namesHere, passOn, type StandIns, standIns } from './stand-ins.ts'

const host = 'calls.example.com'
const headerName = 'X-Ring-Proof'
const authority = createAuthority()
const ours = authority.certify(host)
const html = { 'content-type': 'text/html; charset=utf-8' }

let here: StandIns
let ringtray: Awaited<ReturnType<StandIns['ringtray']>>

beforeEach(async () => {
  here = standIns()
  ringtray = await here.ringtray()
})

afterEach(() => here.end())

interface Surroundings {
  port: number
  scheme?: 'http' | 'https'
  name?: string
  plainPort?: number
  patienceMs?: number
  localUrl?: string | null
}

function diagnose(surroundings: Surroundings): Promise<ProbeFinding> {
  const { port, scheme = 'https', name = host, plainPort = 1, patienceMs = 5_000 } = surroundings
  const { localUrl = `http://127.0.0.1:${ringtray.port}${webhookPath}` } = surroundings
  const ask = createAsk({ lookup: namesHere(host), ca: [authority.cert], patienceMs })
  const find = createDiagnose({ desk: ringtray.desk, ask, plainPort })
  return find({ publicUrl: `${scheme}://${name}:${port}${webhookPath}`, localUrl, headerName })
}

/** What a probe finds where the public address answers like this. */
async function findingAt(...standIn: Parameters<StandIns['listen']>): Promise<ProbeFinding> {
  const scheme = standIn[1] === undefined ? 'http' : 'https'
  return diagnose({ port: await here.listen(...standIn), scheme })
}

describe('a probe through a tunnel', () => {
  it('comes back in and proves the path', async () => {
    expect(await findingAt(passOn(ringtray.port), ours)).toMatchObject({ code: 'proven' })
  })

  it('shows a header that is stripped on the way', async () => {
    const finding = await findingAt(passOn(ringtray.port, { without: ['x-ring-proof'] }), ours)
    expect(finding.code).toBe('header-stripped')
    expect(finding.sentence).toContain('the header X-Ring-Proof is taken away on the way')
  })

  it('shows another computer’s Ringtray that holds the address', async () => {
    const other = await here.ringtray()
    expect(await findingAt(passOn(other.port), ours)).toMatchObject({ code: 'another-ringtray' })
  })

  it('leaves nothing to learn: without it, unsigned or repeated it is an unknown path', async () => {
    const probe = ringtray.desk.issue({ headerName })
    const target = new URL(probe.addressAt(`http://127.0.0.1${webhookPath}`)).search
    const answers = []
    for (const query of [target, target, '?ringtray-probe=guess', '?ringtray-probe=a&ringtray-probe=b']) {
      answers.push(await exchange(ringtray.port, { target: webhookPath + query }))
    }
    const unknown = await exchange(ringtray.port, { target: '/nothing-here' })
    expect(unknown.status).toBe(404)
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404])
    for (const { headers, body } of answers.slice(1)) {
      expect({ ...headers, date: '' }).toEqual({ ...unknown.headers, date: '' })
      expect(body).toBe(unknown.body)
    }
  })
})

describe('what is at home', () => {
  it('is known where nothing listens, and costs no request', async () => {
    let requests = 0
    const port = await here.listen((_request, answer) => void answer.end(String(++requests)))
    const finding = await diagnose({ port, scheme: 'http', localUrl: null })
    expect(finding.code).toBe('app-not-listening')
    expect(requests).toBe(0)
  })

  it('is to blame where the listener is gone, whatever the tunnel says', async () => {
    const port = await here.listen(passOn(ringtray.port), ours)
    await ringtray.stop()
    expect(await diagnose({ port })).toMatchObject({ code: 'app-not-listening' })
  })

  it('is to blame where another program took the port', async () => {
    const port = await here.listen(always(404))
    const finding = await diagnose({ port, scheme: 'http', localUrl: `http://127.0.0.1:${port}/webhook` })
    expect(finding.code).toBe('app-not-listening')
  })
})

const ngrok = (code: string) => ({ ...html, 'ngrok-error-code': code })

describe('an answer that is not ours', () => {
  it.each([
    ['a proxy with nothing behind it', 'tunnel-down', always(502, html, '<h1>Bad Gateway</h1>')],
    ['a proxy that waited in vain', 'tunnel-down', always(504, html)],
    ['ngrok without an agent', 'tunnel-down', always(404, ngrok('ERR_NGROK_3200'))],
    ['an ngrok page that has lost its header', 'tunnel-down', always(404, html, '<p>ERR_NGROK_3200</p>')],
    ['an ngrok agent that we refused', 'app-not-listening', always(502, ngrok('ERR_NGROK_8012'))],
    ['Cloudflare without a tunnel', 'tunnel-down', always(530, html, 'error code: 1033')],
    ['an origin that Cloudflare cannot reach', 'tunnel-down', always(522, html)],
    ['a web server', 'somebody-else', always(200, html, '<h1>Welcome</h1>')],
    ['an unknown path', 'somebody-else', always(404)],
    ['JSON of somebody', 'somebody-else', always(200, {}, '{"ringtray":"x","header":"arrived"}')],
    ['a redirect within the host', 'somebody-else', always(301, { location: '/webhook/' })],
    ['a challenge', 'blocked-in-front', always(403, { ...html, 'cf-mitigated': 'challenge' })],
    [
      'a challenge by its markup',
      'blocked-in-front',
      always(503, html, '<script src="/cdn-cgi/challenge-platform/h/b"></script>'),
    ],
    ['ngrok’s warning for browsers', 'blocked-in-front', always(200, ngrok('ERR_NGROK_6024'))],
    ['a password', 'blocked-in-front', always(401, { 'www-authenticate': 'Basic' })],
    ['a firewall', 'blocked-in-front', always(403)],
    ['a month’s requests used up', 'quota-used-up', always(403, ngrok('ERR_NGROK_727'))],
    ['a month’s bandwidth used up', 'quota-used-up', always(429, ngrok('ERR_NGROK_725'))],
    ['too many in a minute', 'rate-limited', always(429, ngrok('ERR_NGROK_734'))],
    ['too many, says somebody', 'rate-limited', always(429)],
  ])('%s: %s', async (_name, code, answer) => {
    const finding = await findingAt(answer, ours)
    expect(finding.code).toBe(code)
    expect(finding.page).toBeUndefined()
  })

  it('a sign-in page behind our own certificate is in front of us, and no Wi-Fi', async () => {
    const finding = await findingAt(always(302, { location: 'https://team.example.org/login' }), ours)
    expect(finding.code).toBe('blocked-in-front')
    expect(finding.sentence).toContain('sign-in page')
  })
})

describe('no answer', () => {
  it('where the name is not there yet', async () => {
    expect(await diagnose({ port: 443, name: 'new.example.com' })).toMatchObject({ code: 'dns-missing' })
  })

  it('where nothing listens at the address', async () => {
    const gone = await here.ringtray()
    await gone.stop()
    expect(await diagnose({ port: gone.port, scheme: 'http' })).toMatchObject({ code: 'tunnel-down' })
  })

  it('where it never comes, within its time', async () => {
    const port = await here.listen(() => {})
    expect(await diagnose({ port, scheme: 'http', patienceMs: 200 })).toMatchObject({ code: 'tunnel-down' })
  })

  it('where it never ends, within its bytes', async () => {
    const port = await here.listen((_request, answer) => {
      const send = () => {
        while (!answer.destroyed && answer.write('x'.repeat(64 * 1024)));
      }
      answer.on('drain', send)
      send()
    })
    expect(await diagnose({ port, scheme: 'http' })).toMatchObject({ code: 'somebody-else' })
  })
})

describe('TLS', () => {
  it.each<[string, string, Certificate]>([
    ['a certificate that has expired', 'has expired', authority.certify(host, new Date(Date.now() - 1_000))],
    ['one that is not valid yet', 'not valid yet', authority.certify(host, new Date(Date.now() + 3 * dayMs))],
    ['one of another name', 'for another name', authority.certify('somebody.example.com')],
    ['a self-signed one', 'self-signed', selfSigned(host)],
    ['one of an unknown authority', 'not from an authority', createAuthority().certify(host)],
  ])('names %s', async (_name, words, certificate) => {
    const finding = await findingAt(passOn(ringtray.port), certificate)
    expect(finding.code).toBe('tls-wrong')
    expect(finding.sentence).toContain(words)
  })

  it('names a port that speaks something else', async () => {
    const port = await here.listen(always(200))
    expect(await diagnose({ port, scheme: 'https' })).toMatchObject({ code: 'tls-wrong' })
  })
})

const portalPage = 'http://portal.hotel.example/login?from=calls'

describe('a Wi-Fi that wants a sign-in', () => {
  it.each([
    ['a redirect', always(302, { location: portalPage }), portalPage],
    [
      'a page that redirects',
      always(200, html, `<META http-equiv="refresh" content="0; url=${portalPage}">`),
      portalPage,
    ],
    ['status 511', always(511, html), /^http:\/\/calls\.example\.com:\d+\/$/],
    ['a WISPr notice', always(200, html, '<!--<WISPAccessGatewayParam>-->'), /^http:\/\/calls\.example\.com/],
  ])('shows itself by %s', async (_name, answer, page) => {
    const finding = await findingAt(answer)
    expect(finding.code).toBe('wifi-sign-in')
    expect(finding.page).toMatch(page)
  })

  it('shows itself without TLS where it cannot answer https in our name', async () => {
    const asked: (string | undefined)[] = []
    const plainPort = await here.listen((request, answer) => {
      asked.push(request.url, request.headers['x-ring-proof']?.toString())
      answer.writeHead(307, { location: portalPage }).end()
    })
    const port = await here.listen(always(200), selfSigned('portal.hotel.example'))
    expect(await diagnose({ port, plainPort })).toMatchObject({ code: 'wifi-sign-in', page: portalPage })
    expect(asked).toEqual(['/', undefined])
  })

  it('is no sign-in where the plain address leads to our own https', async () => {
    const plainPort = await here.listen(always(301, { location: `https://${host}/` }))
    const port = await here.listen(always(200), selfSigned(host))
    expect(await diagnose({ port, plainPort })).toMatchObject({ code: 'tls-wrong' })
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', `http://x.example/${'a'.repeat(3_000)}`])(
    'offers no page such as %.40s',
    async (location) => {
      const finding = await findingAt(always(302, { location }))
      expect(finding).toMatchObject({ code: 'somebody-else' })
      expect(finding.page).toBeUndefined()
    },
  )
})
