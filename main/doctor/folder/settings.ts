import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../../../shared/settings.ts'
import { describeError } from '../../errors.ts'
import { openSettings } from '../../settings/settings-file.ts'
import { captureLog } from '../capture.ts'
import { type Finding, fail, ok, warn } from '../finding.ts'

/** The settings as the app reads them; null where there are none to go by. */
export async function examineSettings(
  dir: string,
): Promise<{ findings: Finding[]; settings: Settings | null }> {
  const path = join(dir, 'settings.json')
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (!isThere) {
    const sentence = 'There is no settings.json yet: the next start makes one, with a secret of its own.'
    return { findings: [warn('settings', sentence)], settings: null }
  }
  const { log, warned } = captureLog()
  try {
    const file = await openSettings({ dir, readOnly: true, log })
    if (warned('file.damaged')) return { findings: [fail('settings', unreadable)], settings: null }
    const problems = file.problems.map((problem) => warn('settings', problem))
    const findings = problems.length > 0 ? problems : [ok('settings', 'Every setting is valid.')]
    return { findings, settings: file.current() }
  } catch (error) {
    return { findings: [fail('settings', describeError(error))], settings: null }
  }
}

const unreadable =
  'settings.json cannot be read. Correct it now: the next start sets it aside and makes a new secret, and calls sent with the old one are refused then.'
