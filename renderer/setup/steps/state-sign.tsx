import { Sign, type SignName, type Tone } from '../../sign/sign.tsx'
import type { StepState } from './steps.ts'

const signs: Record<StepState, { name: SignName; tone: Tone }> = {
  done: { name: 'done', tone: 'answered' },
  waiting: { name: 'begun', tone: 'plain' },
  wrong: { name: 'wrong', tone: 'ringing' },
}

export const stateTones: Record<StepState, string> = {
  done: 'tone-answered',
  waiting: 'tone-plain',
  wrong: 'tone-ringing',
}

export function StateSign({ state }: { state: StepState }) {
  return <Sign {...signs[state]} />
}
