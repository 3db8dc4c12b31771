import { describe, expect, it, vi } from 'vitest'
import { createNoteDrafts, noteMaxLength, noteSaveDelayMs } from '../../../renderer/note/note-drafts.ts'

function createDesk() {
  const saved: [id: string, note: string][] = []
  let refusal: Error | null = null
  let waiting: (() => void) | null = null
  let delayMs: number | null = null
  const notes = createNoteDrafts({
    async save(id, note) {
      if (refusal !== null) throw refusal
      saved.push([id, note])
    },
    after(ms, run) {
      waiting = run
      delayMs = ms
      return () => {
        if (waiting === run) waiting = null
      }
    },
  })
  return {
    notes,
    saved,
    refuse: (error: Error | null) => {
      refusal = error
    },
    delay: () => delayMs,
    async elapse() {
      waiting?.()
      await settle()
    },
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('a note', () => {
  it('is saved once, a moment after the last key', async () => {
    const { notes, saved, elapse, delay } = createDesk()
    notes.type('call-1', 'R')
    notes.type('call-1', 'Re')
    notes.type('call-1', 'Refund')
    expect(saved).toEqual([])
    expect(delay()).toBe(noteSaveDelayMs)
    await elapse()
    expect(saved).toEqual([['call-1', 'Refund']])
    expect(notes.of('call-1')).toMatchObject({ text: 'Refund', state: 'saved' })
  })

  it('is saved at once when the box is left, and not a second time', async () => {
    const { notes, saved, elapse } = createDesk()
    notes.type('call-1', 'Refund')
    notes.flush()
    await elapse()
    notes.flush()
    await settle()
    expect(saved).toEqual([['call-1', 'Refund']])
  })

  it('outlives an older answer, and gives way to a newer note of another desk', async () => {
    const { notes, elapse } = createDesk()
    notes.type('call-1', 'Refund')
    await elapse()
    notes.arrived('call-1', 'Ref')
    notes.arrived('call-1', 'Refund')
    expect(notes.of('call-1')?.text).toBe('Refund')
    notes.arrived('call-1', 'Refund, done')
    expect(notes.of('call-1')).toBeNull()
  })

  it('that is still being typed gives way to nothing', () => {
    const { notes } = createDesk()
    notes.type('call-1', 'Refund')
    notes.arrived('call-1', 'Refund, done')
    notes.keepOnly(['call-2'])
    expect(notes.of('call-1')?.text).toBe('Refund')
  })

  it('is let go once saved and another call is looked at', async () => {
    const { notes, elapse } = createDesk()
    notes.type('call-1', 'Refund ')
    await elapse()
    notes.keepOnly(['call-2'])
    expect(notes.of('call-1')).toBeNull()
  })

  it('stays beside the notes of other calls in view', async () => {
    const { notes, elapse } = createDesk()
    notes.type('call-1', 'Refund')
    await elapse()
    notes.arrived('call-2', 'Other')
    notes.keepOnly(['call-1', 'call-2'])
    expect(notes.of('call-1')?.text).toBe('Refund')
  })

  it('stays here when it could not be saved, says why, and is tried again', async () => {
    const { notes, saved, elapse, refuse } = createDesk()
    refuse(new Error('the disk is full'))
    notes.type('call-1', 'Refund')
    await elapse()
    expect(notes.of('call-1')).toEqual({ text: 'Refund', state: 'failed', reason: 'the disk is full' })
    notes.keepOnly(['call-2'])
    expect(notes.of('call-1')?.text).toBe('Refund')
    refuse(null)
    notes.flush()
    await settle()
    expect(saved).toEqual([['call-1', 'Refund']])
  })

  it('that is typed on while it is saved is saved again', async () => {
    const { notes, saved, elapse } = createDesk()
    notes.type('call-1', 'Ref')
    notes.flush()
    notes.type('call-1', 'Refund')
    await settle()
    expect(notes.of('call-1')).toMatchObject({ text: 'Refund', state: 'typed' })
    await elapse()
    expect(saved.at(-1)).toEqual(['call-1', 'Refund'])
  })

  it('is at most 4,000 characters long', async () => {
    const { notes, saved, elapse } = createDesk()
    notes.type('call-1', 'a'.repeat(noteMaxLength + 1))
    await elapse()
    expect(saved[0]?.[1]).toHaveLength(4_000)
  })

  it('tells those who listen', () => {
    const { notes } = createDesk()
    const listener = vi.fn()
    notes.subscribe(listener)
    notes.type('call-1', 'R')
    expect(listener).toHaveBeenCalledOnce()
  })
})
