import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { errorCode } from '../errors.ts'
import { DamagedFile, NewerFile } from './json-file.ts'

/**
 * A JSON file that knows whether it is whole: `{"version":1,"checksum":"…","<name>":…}`. The checksum is that of the
 * content's bytes, and stands first, so that two states are told apart without reading either.
 */
export interface CheckedJson<T> {
  format(content: T): string
  /** Throws `DamagedFile` or `NewerFile`. */
  parse(text: string, path: string): T
  /** The checksum at the head of a file; null where there is no such file, or no such head. */
  readChecksum(path: string): Promise<string | null>
}

const checksumLength = 32

export function checkedJson<T>(name: string, version: number): CheckedJson<T> {
  const head = `{"version":${version},"checksum":"`
  const between = `","${name}":`
  const tail = '}\n'
  const headLength = head.length + checksumLength

  return {
    format(content) {
      const json = JSON.stringify(content)
      return `${head}${checksum(json)}${between}${json}${tail}`
    },
    parse(text, path) {
      if (!text.startsWith(head)) {
        const other = Number(/^\{"version":(\d+)/.exec(text)?.[1] ?? 0)
        if (other > version) throw new NewerFile(path)
        throw new DamagedFile('it does not begin as it should')
      }
      const json = text.slice(headLength + between.length, -tail.length)
      if (text.slice(head.length, headLength) !== checksum(json)) {
        throw new DamagedFile('its checksum is wrong')
      }
      return JSON.parse(json) as T
    },
    async readChecksum(path) {
      const text = await readHead(path, headLength)
      return text?.startsWith(head) ? text.slice(head.length) : null
    },
  }
}

function checksum(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, checksumLength)
}

async function readHead(path: string, length: number): Promise<string | null> {
  try {
    const handle = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0)
      return buffer.toString('latin1', 0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
