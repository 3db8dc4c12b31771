import { readNumber } from '../../shared/phone-number.ts'
import type { Settings } from '../../shared/settings.ts'
import type { SettingsChange } from '../../shared/settings-page.ts'
import { SpokenError } from '../errors.ts'
import { numbersOrIds } from './numbers-or-ids.ts'
import type { SettingsFile } from './settings-file.ts'

export interface ChangeSettingsOptions {
  settings: Pick<SettingsFile, 'current' | 'change'>
  /** The truth about this is the system's: no file of ours holds it. */
  setStartsWithComputer(on: boolean): Promise<void>
}

const longestKey = 100

/** Saves what a window asked for; it is in effect when this resolves. Throws a SpokenError and changes nothing. */
export async function changeSettings(
  { startsWithComputer, ...change }: SettingsChange,
  { settings, setStartsWithComputer }: ChangeSettingsOptions,
): Promise<void> {
  const values = settingsToSave(change, settings.current())
  if (Object.keys(values).length > 0) await settings.change(values)
  if (startsWithComputer !== undefined) await setStartsWithComputer(startsWithComputer)
}

type Saved = Omit<SettingsChange, 'startsWithComputer'>

function settingsToSave(change: Saved, { country, me }: Settings): Partial<Settings> {
  const values: Partial<Settings> = { ...change }
  if (change.ignored !== undefined) values.ignored = numbersOrIds(change.ignored, country)
  if (change.me !== undefined) {
    for (const text of change.me) refuseUnlessKey(text, { country, known: me })
    values.me = numbersOrIds(change.me, country)
  }
  if (values.me !== undefined && values.me.length > 0) return { ...values, watchAll: false }
  // All calls are all calls: nobody is left out any more, neither by who is me nor by who is not.
  return values.watchAll ? { ...values, me: [], notMe: [] } : values
}

/** What was in the settings before, by whatever hand, does not keep a person from changing something else. */
function refuseUnlessKey(text: string, { country, known }: { country: string; known: string[] }): void {
  const key = text.trim()
  if (known.includes(key)) return
  if (key === '')
    throw new SpokenError(
      'There is nothing in the box. Type a phone number, or an id as MyOperator shows it.',
    )
  if (key.length > longestKey)
    throw new SpokenError('That is too long for a number or an id. Type one of them, and nothing else.')
  // Taken as an id it would fit no call, ever.
  if (key.startsWith('+') && readNumber(key, country) === null)
    throw new SpokenError(`“${key}” is not a phone number. Look at its digits; +91 98230 45678 would be one.`)
}
