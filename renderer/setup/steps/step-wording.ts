import type { StepName } from './steps.ts'

export const stepHeadings: Record<StepName, string> = {
  reached: 'How are you reached?',
  pasted: 'Paste this into MyOperator’s webhook form',
  me: 'Who are you?',
  seen: 'See what a call looks like',
}

export const stepLeads: Record<StepName, string> = {
  reached: 'MyOperator sends every call to a public address. Ringtray needs one that leads to this computer.',
  pasted: 'Then one real call proves that everything arrives.',
  me: 'Every call of the company arrives here. Tick yourself, and only calls that ring you are shown.',
  seen: 'When a call rings, a card and a notification appear, both silent: your phone rings already.',
}
