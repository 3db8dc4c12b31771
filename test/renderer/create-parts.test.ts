import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createParts } from '../../renderer/create-parts.ts'

describe('the parts of a window', () => {
  const { PartsProvider, useParts } = createParts<{ word: string }>('test window')
  const View = () => useParts().word

  it('are at hand in each of its views', () => {
    const window = createElement(PartsProvider, { value: { word: 'Calls' } }, createElement(View))
    expect(renderToStaticMarkup(window)).toBe('Calls')
  })

  it('are missed loudly outside it', () => {
    expect(() => renderToStaticMarkup(createElement(View))).toThrow('The parts of the test window')
  })
})
