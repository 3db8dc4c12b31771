import type { RequestName, Requests } from '../../shared/ipc-contract.ts'
import { isInstant, isWhole } from '../values.ts'
import { isCardAction } from './shapes/card-shapes.ts'
import { isCopyRequest, isRowsQuery } from './shapes/history-shapes.ts'
import { isText } from './shapes/is-text.ts'
import {
  isDoor,
  isOutside,
  isSecretName,
  isSecretValue,
  isTraffic,
  isTunnelSettings,
} from './shapes/set-up-shapes.ts'
import { isSettingsChange } from './shapes/settings-shapes.ts'

type Shapes = { [N in RequestName]: (args: readonly unknown[]) => args is Requests[N]['args'] }

const longestNote = 4_000
const longestPauseMinutes = 7 * 24 * 60
const highestCard = 4_000

/** Whether what a page sent is what the contract says. A request without a row here does not compile. */
export const requestShapes: Shapes = {
  snapshot: isNothing,
  rows: one(isRowsQuery),
  call: one(isId),
  arrived: one(isId),
  notUnderstood: isNothing,
  interpretAgain: isNothing,
  setNote: (args): args is Requests['setNote']['args'] =>
    args.length === 2 && isId(args[0]) && isText(args[1], longestNote),
  markSeen: one(isId),
  pretendCall: isNothing,
  copy: one(isCopyRequest),
  setDoNotDisturb: one(isPause),
  card: isNothing,
  cardDrawn: (args): args is Requests['cardDrawn']['args'] =>
    args.length === 2 && isWhole(args[0], 0, Number.MAX_SAFE_INTEGER) && isWhole(args[1], 0, highestCard),
  cardAction: one(isCardAction),
  settingsPage: isNothing,
  changeSettings: one(isSettingsChange),
  openSettings: isNothing,
  setUp: isNothing,
  openSetUp: isNothing,
  chooseDoor: one(isDoor),
  setTraffic: one(isTraffic),
  setTunnel: one(isTunnelSettings),
  keepSecret: (args): args is Requests['keepSecret']['args'] =>
    args.length === 2 && isSecretName(args[0]) && isSecretValue(args[1]),
  probeNow: isNothing,
  itIsAHoliday: isNothing,
  openOutside: one(isOutside),
  blindSpots: (args): args is Requests['blindSpots']['args'] =>
    args.length === 2 && isInstant(args[0]) && isInstant(args[1]),
}

export function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requestShapes, name)
}

function isNothing(args: readonly unknown[]): args is [] {
  return args.length === 0
}

function one<T>(is: (value: unknown) => value is T): (args: readonly unknown[]) => args is [T] {
  return (args): args is [T] => args.length === 1 && is(args[0])
}

function isId(value: unknown): value is string {
  return isText(value)
}

function isPause(value: unknown): value is number | null {
  return value === null || isWhole(value, 1, longestPauseMinutes)
}
