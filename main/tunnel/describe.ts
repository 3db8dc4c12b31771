import type { TunnelStatus } from '../../shared/tunnel.ts'
import type { Machine } from './state.ts'

/** What windows, tray and `doctor` are told. */
export function describeTunnel(machine: Machine): TunnelStatus {
  const { state, kind, publicUrl, problem } = machine
  return { state, kind, publicUrl, sentence: sentenceFor(machine), problem: problem?.code ?? null }
}

function sentenceFor({ state, problem, hint }: Machine): string {
  switch (state) {
    case 'stopped':
      return problem?.sentence ?? 'The tunnel is off: no call reaches this Ringtray from outside.'
    case 'starting':
      return problem === null ? 'Connecting.' : `Connecting again. ${problem.sentence}`
    case 'up':
      return `Connected, but nothing has come through yet.${hint === null ? '' : ` ${hint}`}`
    case 'proven':
      return 'Calls can reach this Ringtray: something has come through.'
    case 'degraded':
    case 'down':
    case 'limited':
      return problem?.sentence ?? 'The connection is lost. It is opened again by itself.'
  }
}
