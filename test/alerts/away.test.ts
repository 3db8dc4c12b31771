import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAway } from '../../main/alerts/away.ts'
import { pass, startMs } from './stage.ts'

let heard: string[]

beforeEach(() => {
  vi.useFakeTimers({ now: startMs })
  heard = []
})
afterEach(() => void vi.useRealTimers())

function start() {
  return createAway({
    now: Date.now,
    onLeave: () => heard.push('leave'),
    onBack: () => heard.push('back'),
    onSettled: ({ fromMs, toMs }) =>
      heard.push(`settled ${(fromMs - startMs) / 1_000}–${(toMs - startMs) / 1_000}`),
  })
}

describe('the time away', () => {
  it('ends at once where the computer heard all the while', () => {
    const away = start()
    pass(10)
    away.leave('locked')
    expect(away.isAway()).toBe(true)
    pass(50)
    away.back('locked')
    expect(heard).toEqual(['leave', 'back', 'settled 10–60'])
    expect([away.isAway(), away.settlingSinceMs()]).toEqual([false, null])
  })

  it('is told of after sleep only when what is sent again has come', () => {
    const away = start()
    away.leave('asleep')
    pass(60)
    away.back('asleep')
    expect(heard).toEqual(['leave', 'back'])
    expect(away.settlingSinceMs()).toBe(startMs + 60_000)
    pass(40)
    expect(heard).toEqual(['leave', 'back', 'settled 0–60'])
    expect(away.settlingSinceMs()).toBe(null)
  })

  it('lasts for as long as any reason holds', () => {
    const away = start()
    away.leave('locked')
    pass(10)
    away.leave('asleep')
    pass(10)
    away.back('asleep')
    expect(away.has('asleep')).toBe(false)
    expect(away.isAway()).toBe(true)
    away.back('do not disturb')
    pass(10)
    away.back('locked')
    pass(40)
    expect(heard).toEqual(['leave', 'back', 'settled 0–30'])
  })

  it('began when the earliest of its reasons did', () => {
    const away = start()
    away.leave('locked')
    away.leave('do not disturb', startMs - 60_000)
    away.back('locked')
    away.back('do not disturb')
    expect(heard.at(-1)).toBe('settled -60–0')
  })

  it('is one time where the agent leaves again before it was told', () => {
    const away = start()
    away.leave('asleep')
    pass(60)
    away.back('asleep')
    pass(20)
    away.leave('locked')
    expect(away.settlingSinceMs()).toBe(null)
    pass(100)
    expect(heard).toEqual(['leave', 'back', 'leave'])
    away.back('locked')
    pass(40)
    expect(heard.slice(3)).toEqual(['back', 'settled 0–180'])
    away.leave('locked')
    away.back('locked')
    expect(heard.at(-1)).toBe('settled 220–220')
  })

  it('is told of no more once it is stopped', () => {
    const away = start()
    away.leave('asleep')
    away.back('asleep')
    away.stop()
    pass(60)
    expect(heard).toEqual(['leave', 'back'])
  })
})
