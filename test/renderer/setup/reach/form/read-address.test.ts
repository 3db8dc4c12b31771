import { describe, expect, it } from 'vitest'
import { readAddress } from '../../../../../renderer/setup/reach/form/read-address.ts'

describe('a public address as it is typed', () => {
  it.each([
    ['https://calls.example.com/webhook', 'https://calls.example.com/webhook'],
    ['  https://calls.example.com ', 'https://calls.example.com/'],
    ['calls.example.com/webhook', 'https://calls.example.com/webhook'],
    ['calls.example.com:8443', 'https://calls.example.com:8443/'],
    ['http://127.0.0.1:8080/webhook', 'http://127.0.0.1:8080/webhook'],
  ])('takes %s', (typed, url) => {
    expect(readAddress(typed)).toEqual({ url })
  })

  it.each([
    ['', 'missing'],
    ['https://calls example.com', 'a space'],
    ['https://', 'not an address'],
    ['http://calls.example.com/webhook', 'http://'],
    ['ftp://calls.example.com', 'https:// addresses only'],
    ['https://me:secret@calls.example.com', 'before the @'],
    ['https://calls.example.com/webhook?token=1', 'behind a ?'],
    ['https://calls.example.com/webhook#top', 'behind a ?'],
  ])('says what is wrong with “%s”', (typed, says) => {
    expect(readAddress(typed)).toEqual({ problem: expect.stringContaining(says) })
  })
})
