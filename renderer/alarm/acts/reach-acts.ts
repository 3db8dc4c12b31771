import type { QuietCauseCode } from '../../../shared/hearing.ts'
import type { RingtrayBridge } from '../../../shared/ipc-contract.ts'

/** What a button beside bad news does. */
export type ReachAct =
  | 'set-up'
  | 'where-to-look'
  | 'probe'
  | 'wifi-sign-in'
  | 'notification-settings'
  | 'holiday'

interface ReachActWords {
  label: string
  /** While it lasts. */
  busy: string
}

export const actWords: Record<ReachAct, ReachActWords> = {
  'set-up': { label: 'Set up…', busy: 'Set up…' },
  'where-to-look': { label: 'Where to look', busy: 'Where to look' },
  probe: { label: 'Test the way in', busy: 'Testing …' },
  'wifi-sign-in': { label: 'Open its sign-in page', busy: 'Open its sign-in page' },
  'notification-settings': { label: 'Open those settings', busy: 'Open those settings' },
  holiday: { label: 'It is a holiday', busy: 'It is a holiday' },
}

/** Resolves with what there is to say of it; null where one sees what it did. */
export async function runAct(
  act: ReachAct,
  { request }: Pick<RingtrayBridge, 'request'>,
): Promise<string | null> {
  switch (act) {
    case 'set-up':
    case 'where-to-look':
      await request('openSetUp')
      return null
    case 'wifi-sign-in':
    case 'notification-settings':
      await request('openOutside', act)
      return null
    case 'holiday':
      await request('itIsAHoliday')
      return 'Silent until tomorrow.'
    case 'probe': {
      const finding = await request('probeNow')
      if (finding === null) return 'There is no public address to test.'
      return finding.code === 'proven' ? 'The test came through.' : 'The test did not come through.'
    }
  }
}

/** What it leads to stands on the set-up window’s own page. */
export function isOnSetUpPage(act: ReachAct): boolean {
  return act === 'set-up' || act === 'where-to-look' || act === 'probe'
}

/** `copy-secret` is a matter of the clipboard, with words of its own. */
export function actOfCause(code: QuietCauseCode): ReachAct | 'copy-secret' {
  switch (code) {
    case 'wrong-secret':
      return 'copy-secret'
    case 'switched-off':
      return 'where-to-look'
    case 'path-broken':
      return 'probe'
    case 'really-quiet':
      return 'holiday'
    case 'quota-used-up':
      return 'set-up'
  }
}
