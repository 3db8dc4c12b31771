import windowIcon from '../../scripts/icon/icon.png?asset'
import trayIcon2x from './icons/tray@2x.png?asset'
import trayIcon from './icons/tray.png?asset'
import trayTemplate2x from './icons/trayTemplate@2x.png?asset'
import trayTemplate from './icons/trayTemplate.png?asset'

/** Paths of the pictures in the build. macOS colours a template itself. */
export const trayIconPaths =
  process.platform === 'darwin'
    ? { normal: trayTemplate, double: trayTemplate2x }
    : { normal: trayIcon, double: trayIcon2x }
export const windowIconPath = windowIcon
