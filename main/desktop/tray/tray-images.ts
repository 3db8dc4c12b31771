import { type NativeImage, nativeImage, screen } from 'electron'
import type { Bitmap } from '../drawing/bitmap.ts'
import { toNativeImage } from '../drawing/native-image.ts'
import { drawTrayIcon } from './draw-tray-icon.ts'
import type { TrayState } from './tray-state.ts'

/** The shape alone, for screens of one and of two pixels a point. */
export interface TrayIconPaths {
  normal: string
  double: string
}

/** Reads the shape once; draws a state on it each time it is asked. */
export function createTrayImages(paths: TrayIconPaths): (state: TrayState) => NativeImage {
  const isTemplate = process.platform === 'darwin'
  const bases = process.platform === 'win32' ? [windowsBase(paths)] : [paths.normal, paths.double].map(read)
  return (state) => {
    const image = toNativeImage(bases.map((base) => drawTrayIcon({ base, state, isTemplate })))
    if (isTemplate) image.setTemplateImage(true)
    return image
  }
}

function read(path: string): Bitmap {
  return toBitmap(nativeImage.createFromPath(path))
}

/** Windows takes one picture, and scales it badly: it gets the size that its tray has on the main screen. */
function windowsBase({ double }: TrayIconPaths): Bitmap {
  const size = Math.round(16 * screen.getPrimaryDisplay().scaleFactor)
  return toBitmap(nativeImage.createFromPath(double).resize({ width: size, height: size, quality: 'best' }))
}

function toBitmap(image: NativeImage): Bitmap {
  return { ...image.getSize(), pixels: image.toBitmap() }
}
