import type { CardPlace } from '../../../shared/settings.ts'

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

export const cardWidth = 372
const margin = 16

/** Where the system does not put its own banners: Windows has them at the bottom right, the others at the top right. */
export function usualPlace(platform: NodeJS.Platform): CardPlace {
  return { horizontal: 'right', vertical: platform === 'win32' ? 'top' : 'bottom', x: margin, y: margin }
}

export interface CardSize {
  /** In the pixels of its page. */
  height: number
  /** Of the screen's pixels so many to one of the page's. */
  zoom: number
}

/** The card's window on a screen: it keeps its distance from its corner, grows away from it and stays inside. */
export function cardBounds(workArea: Rectangle, { height, zoom }: CardSize, place: CardPlace): Rectangle {
  const width = Math.min(Math.round(cardWidth * zoom), workArea.width)
  const tall = Math.min(Math.ceil(height * zoom), workArea.height)
  const [roomX, roomY] = [workArea.width - width, workArea.height - tall]
  const x = place.horizontal === 'left' ? place.x : roomX - place.x
  const y = place.vertical === 'top' ? place.y : roomY - place.y
  return {
    x: workArea.x + Math.min(Math.max(0, x), roomX),
    y: workArea.y + Math.min(Math.max(0, y), roomY),
    width,
    height: tall,
  }
}

/** The place of a window that was dragged: its distance from the nearest corner, so that it fits other screens too. */
export function placeOf(bounds: Rectangle, workArea: Rectangle): CardPlace {
  const left = bounds.x - workArea.x
  const right = workArea.width - left - bounds.width
  const top = bounds.y - workArea.y
  const bottom = workArea.height - top - bounds.height
  const [horizontal, x] = left < right ? (['left', left] as const) : (['right', right] as const)
  const [vertical, y] = top < bottom ? (['top', top] as const) : (['bottom', bottom] as const)
  return { horizontal, vertical, x: Math.max(0, Math.round(x)), y: Math.max(0, Math.round(y)) }
}
