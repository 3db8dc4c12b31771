import { instanceBytes, isSigned, type Signer, signatureBytes } from './signer.ts'

/** What a probe carries, whole, in its address: headers may be stripped on the way, and that is to be found out. */
export interface Token {
  /** Who sent it. */
  instance: Buffer
  expiresMs: number
  /** 16 random bytes. */
  nonce: Buffer
}

/** A token that came in. */
export interface SentToken extends Token {
  /** Signed by the sender it names. */
  isGenuine(): boolean
}

export const nonceBytes = 16
const purpose = Buffer.from('ringtray probe\n')
const expiryBytes = 6
const contentBytes = instanceBytes + expiryBytes + nonceBytes
const textLength = Math.ceil(((contentBytes + signatureBytes) * 4) / 3)

/** base64url of sender, expiry, nonce and signature. */
export function formatToken({ expiresMs, nonce }: Omit<Token, 'instance'>, signer: Signer): string {
  const expiry = Buffer.alloc(expiryBytes)
  expiry.writeUIntBE(expiresMs, 0, expiryBytes)
  const content = Buffer.concat([signer.instance, expiry, nonce])
  return Buffer.concat([content, signer.sign(Buffer.concat([purpose, content]))]).toString('base64url')
}

/** Null for what is no token. The signature is not looked at yet: that costs something. */
export function parseToken(text: string): SentToken | null {
  if (text.length !== textLength) return null
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') !== text) return null
  const content = bytes.subarray(0, contentBytes)
  const instance = content.subarray(0, instanceBytes)
  return {
    instance,
    expiresMs: content.readUIntBE(instanceBytes, expiryBytes),
    nonce: content.subarray(instanceBytes + expiryBytes),
    isGenuine: () => isSigned(Buffer.concat([purpose, content]), bytes.subarray(contentBytes), instance),
  }
}
