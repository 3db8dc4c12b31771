import { describe, expect, it } from 'vitest'
import { applyMe } from '../../../../renderer/setup/me/apply-me.ts'
import { newSetUp } from '../example-set-up.ts'

describe('the page with a tick on its way', () => {
  it('names everybody as they are known, ids without a name as they are', () => {
    const page = { ...newSetUp, me: [{ key: '022 1234', label: 'my desk' }] }
    const { me } = applyMe(page, ['022 1234', '+919823045678', 'u7', 'u9'])
    expect(me.map(({ label }) => label)).toEqual(['my desk', 'Asha', 'u7', 'u9'])
  })
})
