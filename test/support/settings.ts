import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Proofs } from '../../shared/settings.ts'
import { tempFolder } from './temp-folder.ts'

/** The header that every folder of `folderWith()` admits. */
export const proof: [name: string, value: string] = ['x-ringtray-token', 'a-secret-that-only-tests-know']

const header = { name: proof[0], value: proof[1] }

/** A data folder whose settings stand before the first start. */
export function folderWith(proofs: Partial<Proofs> = { header }, values: object = {}): string {
  const dir = join(tempFolder(), 'data')
  mkdirSync(dir, { mode: 0o700 })
  const settings = { version: 1, proofs: { header: null, basic: null, query: null, ...proofs }, ...values }
  writeFileSync(join(dir, 'settings.json'), JSON.stringify(settings), { mode: 0o600 })
  return dir
}
