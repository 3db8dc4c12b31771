import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, mix } from './contrast.ts'

const css = readFileSync(new URL('../../../renderer/look/tokens.css', import.meta.url), 'utf8')

const colours = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

const grounds = ['background', 'surface', 'sunken', 'accent-background']
const inks = ['text', 'muted', 'accent', 'missed', 'answered', 'ringing', 'voicemail']
const pairs = inks.flatMap((ink) => grounds.map((ground) => ({ ink, ground })))

describe.each(['light', 'dark'] as const)('the %s colours', (theme) => {
  function colour(name: string): string {
    const found = colours.get(name)
    if (found === undefined) throw new Error(`tokens.css has no colour ${name}`)
    return found[theme]
  }

  it('are the dozen that look.md names', () => {
    expect([...colours.keys()].sort()).toEqual([...grounds, ...inks, 'line'].sort())
  })

  it.each(pairs)('let $ink be read on $ground', ({ ink, ground }) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it('let the words of the accent button be read', () => {
    expect(contrast(colour('background'), colour('accent'))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['background', 'sunken', 'accent-background'])('let a chip on %s be read', (ground) => {
    const chip = mix(colour('text'), colour(ground), 0.07)
    expect(contrast(colour('muted'), chip)).toBeGreaterThanOrEqual(4.5)
  })

  it('let an unchosen filter be read', () => {
    expect(contrast(colour('text'), mix(colour('text'), colour('background'), 0.08))).toBeGreaterThanOrEqual(
      4.5,
    )
  })

  it.each(['text', 'muted', 'missed', 'ringing'])('let %s be read on a row under the pointer', (ink) => {
    const ground = mix(colour('text'), colour('background'), 0.04)
    expect(contrast(colour(ink), ground)).toBeGreaterThanOrEqual(4.5)
  })
})
