import { toInstant } from '../../shared/time.ts'
import type { ReachWord, TunnelState, TunnelStatus } from '../../shared/tunnel.ts'
import type { Machine } from './state.ts'

/** What windows, tray and `doctor` are told. */
export function describeTunnel(machine: Machine): TunnelStatus {
  const { unheard } = machine
  const isUnheard = unheard !== null && machine.state !== 'stopped'
  const at = (ms: number | null) => (ms === null ? null : toInstant(ms))
  return {
    state: isUnheard ? 'unheard' : machine.state,
    word: isUnheard && isWorking(machine.state) ? 'quiet' : words[machine.state],
    kind: machine.kind,
    publicUrl: machine.publicUrl,
    since: toInstant(isUnheard ? unheard.sinceMs : machine.sinceMs),
    sentence: isUnheard && isWorking(machine.state) ? unheard.sentence : sentenceFor(machine),
    problem: machine.problem?.code ?? null,
    provenAt: at(machine.provenAtMs),
    heardAt: at(machine.heardAtMs),
  }
}

const words: Record<Machine['state'], ReachWord> = {
  stopped: 'off',
  starting: 'not reachable',
  up: 'quiet',
  proven: 'hearing',
  degraded: 'not reachable',
  down: 'not reachable',
  limited: 'not reachable',
}

function isWorking(state: TunnelState): boolean {
  return state === 'up' || state === 'proven'
}

/** What is broken says more than how rarely it rings. */
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
