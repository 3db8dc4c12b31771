import type { TunnelProblem, TunnelProblemCode } from '../../../shared/tunnel.ts'
import type { TunnelEvent } from '../tunnel.ts'

/** By ngrok's own reference of its error codes. */
const causes: { codes: number[]; code: TunnelProblemCode; sentence: string }[] = [
  {
    codes: [725, 727],
    code: 'quota',
    sentence:
      'This month’s allowance at ngrok is used up: no call arrives until the 1st. Choose another way in, or a larger plan at dashboard.ngrok.com.',
  },
  {
    codes: [702, 718, 720, 734, 1214, 5001],
    code: 'rate-limit',
    sentence: 'ngrok says that too much came at once and asks to wait. It is tried again by itself.',
  },
  {
    codes: [105, 106, 107, 109, 4018],
    code: 'bad-secret',
    sentence:
      'ngrok does not know this authtoken. Copy it again from dashboard.ngrok.com and paste it in the settings.',
  },
  {
    codes: [108, 334],
    code: 'address-taken',
    sentence:
      'Another computer is connected with this ngrok account, and its plan allows one. End Ringtray or ngrok there; this one is tried again by itself.',
  },
  {
    codes: [102, 103, 120, 121],
    code: 'account',
    sentence:
      'ngrok has closed this account or this version to new connections. Look at dashboard.ngrok.com.',
  },
  {
    codes: [313, 314, 319, 320, 326],
    code: 'address-wrong',
    sentence:
      'This address does not belong to the ngrok account. Remove the domain from the settings, or correct it.',
  },
]

/** What a failed `forward` means. The package says its code in a property or at the end of its message. */
export function explainNgrokError(error: unknown): TunnelEvent {
  const number = readErrorNumber(error)
  const cause = causes.find(({ codes }) => number !== null && codes.includes(number))
  if (cause === undefined) return { kind: 'down', problem: unknownProblem(number) }
  const problem = { code: cause.code, sentence: `${cause.sentence} (ERR_NGROK_${number})` }
  const isLimit = cause.code === 'quota' || cause.code === 'rate-limit'
  return isLimit ? { kind: 'limited', problem, until: null } : { kind: 'down', problem }
}

/** Also from the body or header of an answer that ngrok gave in our place. */
export function readErrorNumber(error: unknown): number | null {
  const said = error instanceof Error ? { ...error, message: error.message } : error
  const digits = /ERR_NGROK_(\d+)/.exec(typeof said === 'string' ? said : JSON.stringify(said ?? ''))?.[1]
  return digits === undefined ? null : Number(digits)
}

export function explainNgrokLoadError(error: unknown): TunnelProblem {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const isAbsent =
    (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') && /'@ngrok\/ngrok'/.test(String(error))
  return isAbsent
    ? {
        code: 'package-missing',
        sentence:
          'This copy of Ringtray came without ngrok. Install it with ngrok, or choose another way in.',
      }
    : {
        code: 'program-removed',
        sentence:
          'ngrok could not be loaded: its program file is missing or damaged. An antivirus program may have removed it; ask your IT to allow it, or choose another way in.',
      }
}

function unknownProblem(number: number | null): TunnelProblem {
  return number === null
    ? {
        code: 'network',
        sentence:
          'ngrok cannot be reached, most likely because the internet cannot. It is tried again by itself.',
      }
    : {
        code: 'account',
        sentence: `ngrok refused the connection (ERR_NGROK_${number}). What that means is at ngrok.com/docs/errors/err_ngrok_${number}.`,
      }
}
