import type { Story } from '../story.ts'
import { asha, line, meera, sales } from './cast.ts'
import { answered, unanswered } from './legs.ts'

const clickToCall = {
  direction: 'outgoing',
  origin: 'click-to-call',
  line,
  department: null,
  menuAfter: null,
} satisfies Partial<Story>

export const outgoingStories = {
  outgoing: {
    ...clickToCall,
    title: 'A click to call that connects',
    customer: '+919000012007',
    legs: [answered(asha, { rings: 1, answers: 14, ends: 73 })],
    rejectedAfter: null,
    endsAfter: 73,
    result: 'connected',
    isRecorded: true,
  },
  'click-to-call-rejected': {
    ...clickToCall,
    title: 'A click to call that the customer rejects',
    customer: '+919000012008',
    legs: [unanswered(asha, { rings: 1, ends: 17, because: 'CANCEL' })],
    rejectedAfter: 17,
    endsAfter: 18,
    result: 'missed',
    isRecorded: false,
  },
  obd: {
    direction: 'outgoing',
    origin: 'obd',
    line,
    title: 'A campaign call: the customer answers and is put through to an agent',
    customer: '+919000012009',
    department: sales,
    menuAfter: 9,
    legs: [answered(meera, { rings: 14, answers: 20, ends: 67 })],
    rejectedAfter: null,
    endsAfter: 67,
    result: 'connected',
    isRecorded: true,
  },
} satisfies Record<string, Story>
