import { describe, expect, it } from 'vitest'
import { createHeightReport } from '../../../../renderer/card/showing/height-report.ts'

function createScreen() {
  const told: [revision: number, height: number][] = []
  let height = 0
  let scale = 1
  const report = createHeightReport({
    measure: () => height,
    scale: () => scale,
    report: (revision, measured) => told.push([revision, measured]),
  })
  return {
    report,
    told,
    become: (next: number) => {
      height = next
    },
    zoomTo: (next: number) => {
      scale = next
    },
  }
}

describe('the height of the card', () => {
  it('is told for every revision, also where it is the same', () => {
    const { report, told, become } = createScreen()
    become(156)
    report.drawn(1)
    report.drawn(2)
    expect(told).toEqual([
      [1, 156],
      [2, 156],
    ])
  })

  it('is whole and never too small', () => {
    const { report, told, become } = createScreen()
    become(156.2)
    report.drawn(1)
    expect(told).toEqual([[1, 157]])
  })

  it('is told again, with the same revision, when it changes by itself', () => {
    const { report, told, become } = createScreen()
    become(156)
    report.drawn(7)
    report.changed()
    become(190)
    report.changed()
    report.changed()
    expect(told).toEqual([
      [7, 156],
      [7, 190],
    ])
  })

  it('is told again when the page is zoomed, though it is as high as before by its own pixels', () => {
    const { report, told, become, zoomTo } = createScreen()
    become(156)
    report.drawn(7)
    zoomTo(2)
    report.changed()
    report.changed()
    expect(told).toEqual([
      [7, 156],
      [7, 156],
    ])
  })

  it('is not told before there is a card', () => {
    const { report, told, become } = createScreen()
    become(20)
    report.changed()
    expect(told).toEqual([])
  })
})
