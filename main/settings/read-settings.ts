import { defaultSettings, queryFieldNames, type Settings } from '../../shared/settings.ts'
import { readTunnelSettings } from '../tunnel/read-tunnel-settings.ts'
import { isInstant, isObject, type Raw } from '../values.ts'
import { numbersOrIds } from './numbers-or-ids.ts'
import { isAccelerator } from './reading/accelerator.ts'
import { readProofs } from './reading/read-proofs.ts'
import {
  isBoolean,
  isCallsPerDay,
  isCardPlace,
  isCountry,
  isPort,
  isQueryFields,
  isShift,
  isShowCallsAs,
  isTextList,
  orNull,
} from './reading/shapes.ts'
import { createTaking, type Wanted } from './reading/taking.ts'

type Wants = {
  [N in Exclude<keyof Settings, 'version' | 'proofs' | 'tunnel'>]: Omit<Wanted<Settings[N]>, 'fallback'>
}

const keys = { is: isTextList, wants: 'a list of numbers or ids, each in quotes' }
const instant = { is: orNull(isInstant), wants: 'null or an ISO 8601 instant' }

const wants: Wants = {
  port: { is: isPort, wants: 'a whole number from 0 to 65535' },
  country: { is: isCountry, wants: 'a country code such as "IN"' },
  me: keys,
  queryFields: {
    is: isQueryFields,
    wants: `an object of names, each mapped to one of ${queryFieldNames.join(', ')}`,
  },
  watchAll: { is: isBoolean, wants: 'true or false' },
  notMe: keys,
  showCallsAs: { is: isShowCallsAs, wants: '"card and notification", "card" or "notification"' },
  doNotDisturbUntil: instant,
  doNotDisturbSince: instant,
  shift: {
    is: orNull(isShift),
    wants: 'null or {days, from, to}: days a list of at least one of 0 (Sunday) to 6, times such as "09:30"',
  },
  ignored: { is: isTextList, wants: 'a list of numbers, each in quotes' },
  cardPlace: {
    is: orNull(isCardPlace),
    wants:
      'null or {horizontal, vertical, x, y}: "left" or "right", "top" or "bottom", and two whole numbers of pixels',
  },
  callsPerDay: { is: orNull(isCallsPerDay), wants: 'null or a whole number from 1 to 100000' },
  hasBegun: { is: isBoolean, wants: 'true or false' },
  cardShortcut: { is: orNull(isAccelerator), wants: 'null or keys such as "CommandOrControl+Alt+R"' },
}

/** Valid values as they stand; for every other its default, and a sentence that says so. Total. */
export function readSettings(raw: Raw): { settings: Settings; problems: string[] } {
  const { take, problems } = createTaking()
  const read = <N extends keyof Wants>(name: N): Settings[N] =>
    take(name, raw[name], { fallback: defaultSettings[name], ...wants[name] } as Wanted<Settings[N]>)
  const proofs = take('proofs', raw.proofs, {
    fallback: {},
    is: isObject,
    wants: 'an object with header, basic and query',
  })
  const country = read('country')
  const { tunnel, problem } = readTunnelSettings(raw.tunnel)
  if (problem !== null) {
    problems.push(`settings.json: tunnel.${problem}. Until it is corrected, there is no tunnel.`)
  }
  const settings: Settings = {
    version: 1,
    port: read('port'),
    proofs: readProofs(proofs, take),
    country,
    me: numbersOrIds(read('me'), country),
    queryFields: read('queryFields'),
    watchAll: read('watchAll'),
    notMe: numbersOrIds(read('notMe'), country),
    showCallsAs: read('showCallsAs'),
    doNotDisturbUntil: read('doNotDisturbUntil'),
    doNotDisturbSince: read('doNotDisturbSince'),
    shift: read('shift'),
    ignored: numbersOrIds(read('ignored'), country),
    cardPlace: read('cardPlace'),
    tunnel,
    callsPerDay: read('callsPerDay'),
    hasBegun: read('hasBegun'),
    cardShortcut: read('cardShortcut'),
  }
  return { settings, problems }
}
