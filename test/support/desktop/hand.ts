import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A person's hand on mouse and keyboard, by the X server. */
export const hand = {
  async type(text: string): Promise<void> {
    await run('xdotool', ['type', '--delay', '20', text])
  },
  async press(keys: string): Promise<void> {
    await run('xdotool', ['key', keys])
  },
  async click([x, y]: [x: number, y: number]): Promise<void> {
    await run('xdotool', ['mousemove', String(x), String(y), 'click', '1'])
  },
  async drag([x, y]: [x: number, y: number], [byX, byY]: [x: number, y: number]): Promise<void> {
    const step = (at: number) => ['mousemove', String(x + (byX * at) / 10), String(y + (byY * at) / 10)]
    // As slow as a hand: what moves at the moment at which it appears was moved by the window manager.
    await run('xdotool', ['mousemove', String(x), String(y), 'sleep', '0.3', 'mousedown', '1'])
    for (let at = 1; at <= 10; at++) await run('xdotool', step(at))
    await run('xdotool', ['mouseup', '1'])
  },
}
