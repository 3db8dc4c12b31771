import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'

/** An Ed25519 key pair, and its public half's 32 bytes as a name for who signs. */
export interface Signer {
  instance: Buffer
  sign(bytes: Buffer): Buffer
}

export const instanceBytes = 32
export const signatureBytes = 64

export function createSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const instance = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  return { instance, sign: (bytes) => sign(null, bytes, privateKey) }
}

export function isSigned(bytes: Buffer, signature: Buffer, instance: Buffer): boolean {
  const key = toPublicKey(instance)
  return key !== null && verify(null, bytes, key, signature)
}

/** Not every 32 bytes are a key. */
function toPublicKey(instance: Buffer): KeyObject | null {
  try {
    return createPublicKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'Ed25519', x: instance.toString('base64url') },
    })
  } catch {
    return null
  }
}
