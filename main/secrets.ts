import { safeStorage } from 'electron'
import type { Cipher } from './secrets/secret-file.ts'

/** The system's key store; null where there is none worth the name. Only once Electron is ready. */
export function systemCipher(): Cipher | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  // Without a keyring Linux seals with a key that everybody knows.
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null
  return {
    name: storeName(),
    seal: (text) => safeStorage.encryptString(text),
    open: (sealed) => safeStorage.decryptString(sealed),
  }
}

function storeName(): string {
  switch (process.platform) {
    case 'darwin':
      return 'the keychain'
    case 'win32':
      return 'the data protection'
    default:
      return 'the keyring'
  }
}
