import { expect, it } from 'vitest'
import { failureSentence } from '../../../renderer/wording/failure-sentence.ts'

it('leaves a sentence of ours as it is, and gives a system’s words their meaning', () => {
  expect(failureSentence('Not saved', 'Write a number.')).toBe('Not saved. Write a number.')
  expect(failureSentence('Not saved', 'ENOSPC: no space left on device')).toBe(
    'Not saved: ENOSPC: no space left on device. All is as it was before; try again in a moment.',
  )
})
