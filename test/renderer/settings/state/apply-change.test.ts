import { describe, expect, it } from 'vitest'
import { applyChange } from '../../../../renderer/settings/state/apply-change.ts'
import { examplePage } from '../example-page.ts'

describe('the page with a change on its way', () => {
  it('names who is ticked as they are known, and who is typed as they are written', () => {
    const { me } = applyChange(examplePage, { me: ['+919823045678', '+918586848544', 'u7', '022 1234'] })
    expect(me.map(({ label }) => label)).toEqual(['Asha', '85868 48544', 'u7', '022 1234'])
  })

  it('watches no longer over all calls once somebody is me, and nobody is me once it does', () => {
    const watching = applyChange(applyChange(examplePage, { me: ['u7'] }), { watchAll: true })
    expect(watching).toMatchObject({ me: [], watchAll: true })
    expect(applyChange(watching, { me: ['u7'] })).toMatchObject({ me: [{ key: 'u7' }], watchAll: false })
    expect(applyChange(watching, { me: [] })).toMatchObject({ me: [], watchAll: true })
  })

  it('keeps the labels of ignored numbers that stay', () => {
    const { ignored } = applyChange(examplePage, { ignored: ['+919876543210'] })
    expect(ignored).toEqual([{ key: '+919876543210', label: '98765 43210' }])
  })

  it('sets what is a plain value, null included', () => {
    const shift = { days: [1], from: '10:00', to: '18:00' }
    const changed = applyChange(examplePage, { shift, showCallsAs: 'card', startsWithComputer: true })
    expect(changed).toMatchObject({ shift, showCallsAs: 'card', startsWithComputer: true })
    expect(applyChange(changed, { shift: null }).shift).toBeNull()
  })

  it('leaves the shortcut to the system', () => {
    expect(applyChange(examplePage, { cardShortcut: null })).toEqual(examplePage)
  })
})
