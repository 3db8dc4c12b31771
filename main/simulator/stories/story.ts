/** What happens in one call, whatever dialect tells it. Every `…After` is whole seconds since the call's start. */
export interface Story {
  /** One line for `--help` and the app. */
  title: string
  direction: 'incoming' | 'outgoing'
  origin: 'caller' | 'click-to-call' | 'obd'
  /** E.164; null where the number is withheld. */
  customer: string | null
  /** The service number, E.164. */
  line: string
  department: Department | null
  /** When the IVR began to speak; null where there is none. */
  menuAfter: number | null
  /** In order of time; the first begins, and each next one begins, when the one before has ended or later. */
  legs: StoryLeg[]
  /** When the customer rejected a click to call. */
  rejectedAfter: number | null
  endsAfter: number
  result: 'connected' | 'missed' | 'voicemail'
  isRecorded: boolean
}

/** One attempt to reach one agent. */
export interface StoryLeg {
  agent: StoryAgent
  ringsAfter: number
  answersAfter: number | null
  /** Stops ringing, or stops talking. */
  endsAfter: number
  dialStatus: 'ANSWER' | 'BUSY' | 'NOANSWER' | 'CANCEL'
  /** To whom the agent handed the customer on. */
  handsTo: StoryAgent | null
}

export interface StoryAgent {
  id: string
  name: string
  /** E.164, or an id where the agent is known by that only. */
  number: string
  extension: string
}

export interface Department {
  id: string
  name: string
}
