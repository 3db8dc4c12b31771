import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TunnelSecretName } from '../../../shared/tunnel.ts'
import { isObject } from '../../values.ts'

/** Whether a secret is kept: its value may be sealed, and is none of ours. A damaged file holds none. */
export async function hasSecret(dir: string, name: TunnelSecretName): Promise<boolean> {
  try {
    const kept: unknown = JSON.parse(await readFile(join(dir, 'secrets.json'), 'utf8'))
    return isObject(kept) && Object.hasOwn(kept, name)
  } catch {
    return false
  }
}
