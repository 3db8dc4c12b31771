import type { CopyRequest, RequestName, Requests, RowsQuery } from '../../shared/ipc-contract.ts'

type Shapes = { [N in RequestName]: (args: readonly unknown[]) => args is Requests[N]['args'] }

const longestNote = 4_000
const longestQuery = 200
const mostRows = 200
const longestPauseMinutes = 7 * 24 * 60

/** Whether what a page sent is what the contract says. A request without a row here does not compile. */
export const requestShapes: Shapes = {
  snapshot: isNothing,
  rows: (args): args is Requests['rows']['args'] => args.length === 1 && isRowsQuery(args[0]),
  call: isId,
  arrived: isId,
  notUnderstood: isNothing,
  interpretAgain: isNothing,
  setNote: (args): args is Requests['setNote']['args'] =>
    args.length === 2 && isText(args[0]) && isText(args[1], longestNote),
  markSeen: isId,
  pretendCall: isNothing,
  copy: (args): args is Requests['copy']['args'] => args.length === 1 && isCopyRequest(args[0]),
  setDoNotDisturb: (args): args is Requests['setDoNotDisturb']['args'] =>
    args.length === 1 && (args[0] === null || isWhole(args[0], 1, longestPauseMinutes)),
}

export function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requestShapes, name)
}

function isNothing(args: readonly unknown[]): args is [] {
  return args.length === 0
}

function isId(args: readonly unknown[]): args is [string] {
  return args.length === 1 && isText(args[0])
}

function isText(value: unknown, longest = 500): value is string {
  return typeof value === 'string' && value.length <= longest
}

function isWhole(value: unknown, from: number, to: number): value is number {
  return Number.isInteger(value) && (value as number) >= from && (value as number) <= to
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isRowsQuery(value: unknown): value is RowsQuery {
  if (!isRecord(value)) return false
  const isFilter = value.filter === 'all' || value.filter === 'mine' || value.filter === 'missed'
  const isWindow = isWhole(value.from, 0, Number.MAX_SAFE_INTEGER) && isWhole(value.count, 1, mostRows)
  return isFilter && isWindow && isText(value.query, longestQuery)
}

function isCopyRequest(value: unknown): value is CopyRequest {
  if (!isRecord(value)) return false
  if (value.what === 'webhookUrl' || value.what === 'headerLine') return true
  if (value.what === 'maskedReport') return isText(value.deliveryId)
  return value.what === 'number' && isText(value.id) && typeof value.international === 'boolean'
}
