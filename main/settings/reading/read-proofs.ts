import type { BasicProof, HeaderProof, Proofs, QueryProof } from '../../../shared/settings.ts'
import { isInstant, isObject, type Raw } from '../../values.ts'
import { isText, orNull } from './shapes.ts'
import type { Take } from './taking.ts'

/** A proof that is not valid is not configured: the door is rather shut than open to something unintended. */
export function readProofs(raw: Raw, take: Take): Proofs {
  return {
    header: take<HeaderProof | null>('proofs.header', raw.header, {
      fallback: null,
      is: orNull(isHeaderProof),
      wants: 'null or {name, value}, neither empty',
    }),
    basic: take<BasicProof | null>('proofs.basic', raw.basic, {
      fallback: null,
      is: orNull(isBasicProof),
      wants: 'null or {username, password}, the password not empty',
    }),
    query: take<QueryProof | null>('proofs.query', raw.query, {
      fallback: null,
      is: orNull(isQueryProof),
      wants: 'null or {name, value}, neither empty',
    }),
  }
}

/** RFC 9110 token: what Node lets pass as a header's name. */
function isHeaderProof(value: unknown): value is HeaderProof {
  if (!isObject(value) || !isText(value.name) || !/^[\w!#$%&'*+.^`|~-]+$/.test(value.name)) return false
  return isText(value.value) && (value.previous == null || isPrevious(value.previous))
}

function isPrevious(value: unknown): boolean {
  return isObject(value) && isText(value.value) && isInstant(value.until)
}

function isBasicProof(value: unknown): value is BasicProof {
  return isObject(value) && typeof value.username === 'string' && isText(value.password)
}

function isQueryProof(value: unknown): value is QueryProof {
  return isObject(value) && isText(value.name) && isText(value.value)
}
