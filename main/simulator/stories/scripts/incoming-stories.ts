import type { Story } from '../story.ts'
import { asha, line, meera, sales, support, vikram } from './cast.ts'
import { answered, unanswered } from './legs.ts'

const incoming = {
  direction: 'incoming',
  origin: 'caller',
  line,
  menuAfter: 1,
  rejectedAfter: null,
} satisfies Partial<Story>

export const incomingStories = {
  answered: {
    ...incoming,
    title: 'An incoming call that the first agent answers',
    customer: '+919000012001',
    department: sales,
    legs: [answered(asha, { rings: 4, answers: 12, ends: 51 })],
    endsAfter: 51,
    result: 'connected',
    isRecorded: true,
  },
  missed: {
    ...incoming,
    title: 'An incoming call that nobody answers',
    customer: '+919000012002',
    department: sales,
    legs: [unanswered(asha, { rings: 4, ends: 29, because: 'NOANSWER' })],
    endsAfter: 29,
    result: 'missed',
    isRecorded: false,
  },
  hunt: {
    ...incoming,
    title: 'An incoming call that moves on to the third agent, who answers',
    customer: '+919000012003',
    department: support,
    legs: [
      unanswered(asha, { rings: 5, ends: 20, because: 'NOANSWER' }),
      unanswered(vikram, { rings: 20, ends: 22, because: 'BUSY' }),
      answered(meera, { rings: 22, answers: 31, ends: 97 }),
    ],
    endsAfter: 97,
    result: 'connected',
    isRecorded: true,
  },
  transferred: {
    ...incoming,
    title: 'An answered call that is handed on to a colleague',
    customer: '+919000012004',
    department: sales,
    legs: [
      answered(asha, { rings: 4, answers: 10, ends: 38, handsTo: vikram }),
      answered(vikram, { rings: 38, answers: 44, ends: 95 }),
    ],
    endsAfter: 95,
    result: 'connected',
    isRecorded: true,
  },
  voicemail: {
    ...incoming,
    title: 'An incoming call that ends on the voicemail',
    customer: '+919000012005',
    department: support,
    legs: [unanswered(vikram, { rings: 4, ends: 24, because: 'NOANSWER' })],
    endsAfter: 46,
    result: 'voicemail',
    isRecorded: true,
  },
  'ivr-hangup': {
    ...incoming,
    title: 'An incoming call that is hung up in the menu',
    customer: '+919000012006',
    department: null,
    legs: [],
    endsAfter: 11,
    result: 'missed',
    isRecorded: false,
  },
  withheld: {
    ...incoming,
    title: 'An incoming call without a number, answered',
    customer: null,
    department: support,
    legs: [answered(meera, { rings: 4, answers: 11, ends: 40 })],
    endsAfter: 40,
    result: 'connected',
    isRecorded: true,
  },
} satisfies Record<string, Story>
