import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { dayMs } from '../../shared/time.ts'

/** A certificate and its key, PEM. */
export interface Certificate {
  cert: string
  key: string
}

export interface Authority extends Certificate {
  /** For a host name; valid from yesterday until tomorrow where no end is given. */
  certify(host: string, until?: Date): Certificate
}

/** An authority of its own, for servers of tests: X.509 (RFC 5280), ECDSA on P-256. */
export function createAuthority(): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = `Authority ${randomBytes(4).toString('hex')} of the tests`
  const own = certificate({
    issuer: name,
    subject: name,
    publicKey: keys.publicKey,
    signedBy: keys.privateKey,
  })
  return {
    cert: own,
    key: toPem(keys.privateKey),
    certify(host, until) {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const options = { issuer: name, subject: host, host, publicKey, signedBy: keys.privateKey }
      return { cert: certificate({ ...options, ...(until && { until }) }), key: toPem(privateKey) }
    },
  }
}

export function selfSigned(host: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const cert = certificate({ issuer: host, subject: host, host, publicKey, signedBy: privateKey })
  return { cert, key: toPem(privateKey) }
}

interface Fields {
  issuer: string
  subject: string
  /** Left away: the certificate is an authority's own. */
  host?: string
  publicKey: KeyObject
  signedBy: KeyObject
  until?: Date
}

function certificate({ issuer, subject, host, publicKey, signedBy, until }: Fields): string {
  const end = until ?? new Date(Date.now() + dayMs)
  const algorithm = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
  const isAuthority = sequence(oid(0x55, 0x1d, 0x13), octets(sequence(der(0x01, Buffer.from([0xff])))))
  const extension =
    host === undefined
      ? isAuthority
      : sequence(oid(0x55, 0x1d, 0x11), octets(sequence(der(0x82, Buffer.from(host)))))
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    commonName(issuer),
    sequence(time(new Date(end.getTime() - 2 * dayMs)), time(end)),
    commonName(subject),
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(extension)),
  )
  const signature = sign('sha256', content, signedBy)
  const whole = sequence(content, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const head =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), content])
}

const sequence = (...parts: Buffer[]) => der(0x30, Buffer.concat(parts))
const oid = (...bytes: number[]) => der(0x06, Buffer.from(bytes))
const octets = (content: Buffer) => der(0x04, content)
const commonName = (name: string) =>
  sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(name)))))

/** UTCTime: `YYMMDDhhmmssZ`. */
function time(date: Date): Buffer {
  return der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replaceAll(/\D/g, '')}Z`))
}

const toPem = (key: KeyObject) => key.export({ format: 'pem', type: 'pkcs8' }).toString()
