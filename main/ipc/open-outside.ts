import type { Requests } from '../../shared/ipc-contract.ts'
import { SpokenError } from '../errors.ts'
import type { Reach } from '../reach.ts'

export interface OpenOutsideOptions {
  reach: Pick<Reach, 'status'>
  openExternal(url: string): Promise<void>
}

/** The only pages outside that a window can have opened. None of them is of the window's choosing. */
export async function openOutside(
  what: Requests['openOutside']['args'][0],
  { reach, openExternal }: OpenOutsideOptions,
): Promise<void> {
  const url = what === 'wifi-sign-in' ? signInPage(reach) : notificationSettings(process.platform)
  if (url === null) throw new SpokenError(nothingToOpen[what])
  await openExternal(url)
}

const nothingToOpen = {
  'wifi-sign-in': 'No sign-in page was found. Test the way in once more.',
  'notification-settings':
    'Ringtray cannot open the settings of this system. Look there for notifications, and allow those of Ringtray.',
}

/** Outside text, though found by our own probe: a page of the web, or nothing. */
function signInPage(reach: Pick<Reach, 'status'>): string | null {
  const page = reach.status().hearing.probe?.page
  if (page === undefined || !URL.canParse(page)) return null
  return ['http:', 'https:'].includes(new URL(page).protocol) ? page : null
}

function notificationSettings(platform: NodeJS.Platform): string | null {
  switch (platform) {
    case 'win32':
      return 'ms-settings:notifications'
    case 'darwin':
      return 'x-apple.systempreferences:com.apple.Notifications-Settings.extension'
    default:
      return null
  }
}
