import type { Panel } from '../what-arrived.ts'

type Lack = 'ringing' | 'agents' | 'end' | 'talk-time'

/** Which box of the panel makes good what is missing. */
const boxes: Record<Lack, Record<Panel, string>> = {
  ringing: {
    v2: 'tick Dial begin under Events of the v2 webhook',
    v1: 'see that there is an In-call webhook beside the After-call one (v1), with the same fields',
  },
  agents: {
    v2: 'tick Dial begin under Events of the v2 webhook; Initiated and IVR started name nobody',
    v1: 'choose call log under Log criteria of the In-call webhook (v1), and method POST: with GET add the user’s phone number to the Query string parameters',
  },
  end: {
    v2: 'tick End under Events of the v2 webhook',
    v1: 'see that there is an In-call webhook beside the After-call one (v1), with the same fields',
  },
  'talk-time': {
    v2: 'tick Summary under Events of the v2 webhook',
    v1: 'see that there is an After-call webhook beside the In-call one (v1), with the same fields',
  },
}

/** In the words of the panel that was seen; of both while none was, or both were. */
export function boxFor(lack: Lack, seen: readonly Panel[]): string {
  const [panel, another] = seen
  if (panel !== undefined && another === undefined) return boxes[lack][panel]
  return `${boxes[lack].v2}, or ${boxes[lack].v1}`
}
