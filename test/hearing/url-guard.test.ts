import { describe, expect, it } from 'vitest'
import { addressHeardOn, guardUrl } from '../../main/hearing/url-guard.ts'

const old = 'https://old.example.com/webhook'
const url = 'https://new.example.com/webhook'

describe('the URL guard', () => {
  it('names the old and the new one while calls may go to another address', () => {
    expect(guardUrl({ url, heardOn: old })).toEqual({ heardOn: old, url })
  })

  it.each([
    ['nothing was ever heard', url, null],
    ['there is no address', null, old],
    ['it is the same', url, url],
    ['it is the same in other letters', 'https://NEW.example.com:443/webhook/', url],
    ['only its query differs', `${url}?key=1`, url],
  ])('is silent where %s', (_why, now, heardOn) => {
    expect(guardUrl({ url: now, heardOn })).toBeNull()
  })

  it.each([
    ['path', 'https://new.example.com/hooks/webhook'],
    ['port', 'https://new.example.com:8443/webhook'],
    ['scheme', 'http://new.example.com/webhook'],
  ])('minds another %s', (_what, heardOn) => {
    expect(guardUrl({ url, heardOn })).not.toBeNull()
  })
})

describe('the address heard on', () => {
  it.each([
    ['the new one, once a webhook came by it', 'new.example.com', url],
    ['still the old one, where the webhook says so', 'OLD.example.com', old],
    ['the new one, where a proxy tells nothing', '127.0.0.1:7464', url],
    ['the new one, where nobody tells', null, url],
  ])('is %s', (_what, requestHost, expected) => {
    expect(addressHeardOn({ url, heardOn: old }, requestHost)).toBe(expected)
  })

  it('stays known while there is no address', () => {
    expect(addressHeardOn({ url: null, heardOn: old }, null)).toBe(old)
  })
})
