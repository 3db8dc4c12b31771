import type { Moment } from '../stories/moments.ts'
import type { Story } from '../stories/story.ts'

/** The v1 `call_state` of a moment, or null for a moment of which v1 sends nothing. */
export function callState(kind: Moment['kind'], origin: Story['origin']): string | null {
  switch (kind) {
    case 'started':
      return origin === 'click-to-call' ? '3' : '1'
    case 'menu':
      return null
    case 'ringing':
      // A click to call is placed by the agent: state 3 has named who is rung first.
      return origin === 'click-to-call' ? null : '5'
    case 'answered':
      return '6'
    case 'rejected':
      return '7'
    case 'ended':
      return '2'
  }
}

export const statusCode = { connected: 1, missed: 2, voicemail: 3 } as const
export const statusWord = { connected: 'Connected', missed: 'Missed', voicemail: 'Voicemail' } as const
export const eventCode = { incoming: 1, outgoing: 2 } as const
