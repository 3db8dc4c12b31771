import { join } from 'node:path'
import { Low } from 'lowdb'
import type { TunnelSecretName } from '../../shared/tunnel.ts'
import { DamagedFile, jsonFile } from '../disk/json-file.ts'
import { SpokenError } from '../errors.ts'
import type { Log } from '../log.ts'
import { isObject } from '../values.ts'

/** Secrets of the ways in. The webhook's own proofs are not among them: they stand in `settings.json`. */
export interface Secrets {
  /** Null where none is kept. Rejects with a sentence where it is kept, but cannot be opened here. */
  read(name: TunnelSecretName): Promise<string | null>
  /** Null forgets it. */
  keep(name: TunnelSecretName, value: string | null): Promise<void>
  kept(): TunnelSecretName[]
  /** Where they lie, in a sentence for a person. */
  readonly where: string
}

/** The operating system's key store. */
export interface Cipher {
  /** What the store is called, as a person would know it. */
  name: string
  seal(text: string): Buffer
  open(sealed: Buffer): string
}

type Kept = Partial<Record<TunnelSecretName, { sealed: string } | { plain: string }>>

/** `secrets.json` of the data folder (0600): sealed by the key store; where there is none, as they are. */
export async function openSecretFile({
  dir,
  cipher,
  log,
}: {
  dir: string
  /** Asked only when it is needed: a locked key store asks its owner to open it. Null: there is none. */
  cipher(): Cipher | null
  log: Log
}): Promise<Secrets> {
  const file = new Low<Kept>(
    jsonFile({
      path: join(dir, 'secrets.json'),
      parse: parseKept,
      stringify: (kept) => `${JSON.stringify(kept, null, 2)}\n`,
      repair: true,
      log,
    }),
    {},
  )
  await file.read()
  let changing: Promise<unknown> = Promise.resolve()

  return {
    async read(name) {
      const kept = file.data[name]
      if (kept === undefined) return null
      return 'plain' in kept ? kept.plain : open(Buffer.from(kept.sealed, 'base64'), cipher())
    },
    async keep(name, value) {
      const changed = changing.then(() => {
        const { [name]: _replaced, ...others } = file.data
        file.data = value === null ? others : { ...others, [name]: seal(value, cipher()) }
        return file.write()
      })
      changing = changed.catch(() => {})
      await changed
    },
    kept: () => Object.keys(file.data) as TunnelSecretName[],
    get where() {
      const store = cipher()
      return store === null
        ? 'This computer offers no key store, so they lie in secrets.json of the data folder, which only you can read.'
        : `They are sealed by ${store.name} of this computer.`
    },
  }
}

function seal(text: string, cipher: Cipher | null): { sealed: string } | { plain: string } {
  return cipher === null ? { plain: text } : { sealed: cipher.seal(text).toString('base64') }
}

function open(sealed: Buffer, cipher: Cipher | null): string {
  try {
    if (cipher !== null) return cipher.open(sealed)
  } catch (error) {
    throw new SpokenError('The key store does not open this secret any more. Type it in again.', {
      cause: error,
    })
  }
  throw new SpokenError(
    'This secret was sealed by the key store of a desktop and cannot be opened without it. Type it in again.',
  )
}

function parseKept(text: string): Kept {
  const value: unknown = JSON.parse(text)
  if (!isObject(value)) throw new DamagedFile('it holds no object')
  for (const kept of Object.values(value)) {
    const { sealed, plain } = (kept ?? {}) as { sealed?: unknown; plain?: unknown }
    if (typeof (sealed ?? plain) !== 'string') throw new DamagedFile('a secret in it has no text')
  }
  return value as Kept
}
