import { expect, it } from 'vitest'
import { withoutFullStop } from '../../../renderer/wording/without-full-stop.ts'

it.each([
  ['The port is taken. ', 'The port is taken'],
  ['No disk', 'No disk'],
  ['Ask 1.2 now', 'Ask 1.2 now'],
])('of %j leaves %j', (sentence, rest) => {
  expect(withoutFullStop(sentence)).toBe(rest)
})
