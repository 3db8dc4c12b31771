import windowIcon from '../../scripts/icon/icon.png?asset'
import trayIcon from './icons/tray.png?asset'
import trayTemplate from './icons/trayTemplate.png?asset'

/** Paths of the pictures in the build. macOS colours a template itself. */
export const trayIconPath = process.platform === 'darwin' ? trayTemplate : trayIcon
export const windowIconPath = windowIcon
