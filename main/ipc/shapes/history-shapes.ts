import type { CopyRequest, RowsQuery } from '../../../shared/ipc-contract.ts'
import { isObject, isWhole } from '../../values.ts'
import { isText } from './is-text.ts'

const longestQuery = 200
const mostRows = 200

/** What needs no more words than its name. */
const simpleCopies: CopyRequest['what'][] = [
  'webhookUrl',
  'headerName',
  'headerValue',
  'headerLine',
  'ownerMessage',
]

export function isRowsQuery(value: unknown): value is RowsQuery {
  if (!isObject(value)) return false
  const isFilter = value.filter === 'all' || value.filter === 'mine' || value.filter === 'missed'
  const isWindow = isWhole(value.from, 0, Number.MAX_SAFE_INTEGER) && isWhole(value.count, 1, mostRows)
  return isFilter && isWindow && isText(value.query, longestQuery)
}

export function isCopyRequest(value: unknown): value is CopyRequest {
  if (!isObject(value)) return false
  if (simpleCopies.some((what) => what === value.what)) return true
  if (value.what === 'maskedReport') return isText(value.deliveryId)
  return value.what === 'number' && isText(value.id) && typeof value.international === 'boolean'
}
