import { isObject, type Raw } from '../../values.ts'
import { instanceBytes, isSigned, type Signer } from './signer.ts'

/** How the header arrived that MyOperator's secret will travel in. */
export type HeaderReport = (typeof headerReports)[number]
const headerReports = ['arrived', 'missing', 'changed', 'not-asked'] as const

export interface Reply {
  /** Who answers. */
  instance: Buffer
  header: HeaderReport
}

const purpose = 'ringtray reply\n'

/** `{"ringtray":…,"header":…,"signature":…}`: signed together with the probe's nonce, so that it answers no other. */
export function formatReply(header: HeaderReport, nonce: Buffer, signer: Signer): string {
  return JSON.stringify({
    ringtray: signer.instance.toString('base64url'),
    header,
    signature: signer.sign(signedBytes(header, nonce)).toString('base64url'),
  })
}

/** Null for what is no Ringtray's answer to this probe. */
export function readReply(body: string, nonce: Buffer): Reply | null {
  const { ringtray, header, signature } = parseObject(body)
  const known = headerReports.find((report) => report === header)
  if (known === undefined || typeof ringtray !== 'string' || typeof signature !== 'string') return null
  const instance = Buffer.from(ringtray, 'base64url')
  if (instance.length !== instanceBytes) return null
  const genuine = isSigned(signedBytes(known, nonce), Buffer.from(signature, 'base64url'), instance)
  return genuine ? { instance, header: known } : null
}

function signedBytes(header: HeaderReport, nonce: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${purpose}${header}\n`), nonce])
}

function parseObject(body: string): Raw {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
