import type { Instant } from './call.ts'

/** Whether calls can reach this Ringtray, and whether they do: what the tray, the window and `doctor` say. */
export interface HearingStatus {
  word: HearingWord
  /** When a probe last went out to our own address and came back into our own door; null: not since the start. */
  pathProvenAt: Instant | null
  /** When a real webhook last arrived, pretend calls excepted; null: never. */
  heardAt: Instant | null
  /** What the last probe found; null: none was sent since the start. */
  probe: ProbeFinding | null
  alarm: QuietAlarm | null
  urlChanged: UrlChange | null
}

/** `quiet`: the path may be up, and yet no call comes where many should. */
export type HearingWord = 'hearing' | 'quiet' | 'not reachable' | 'off'

/** What a probe found, ready for a person. */
export interface ProbeFinding {
  code: ProbeCode
  /** What happened, what it means, what to do. */
  sentence: string
  /** An http(s) address to open in the browser: the sign-in page of a Wi-Fi. Outside text. */
  page?: string
}

export type ProbeCode =
  | 'proven'
  | 'app-not-listening'
  | 'tunnel-down'
  | 'dns-missing'
  | 'somebody-else'
  | 'another-ringtray'
  | 'header-stripped'
  | 'tls-wrong'
  | 'wifi-sign-in'
  | 'blocked-in-front'
  | 'quota-used-up'
  /** Too many requests in a short time: it passes by itself. */
  | 'rate-limited'
  /** This computer itself has no network. */
  | 'offline'

/** No call comes where many should. It stays until a real webhook arrives. */
export interface QuietAlarm {
  /** The last real webhook before it; null: there never was one. */
  since: Instant | null
  sentence: string
  /** The likeliest first. */
  causes: QuietCause[]
}

export interface QuietCause {
  code: QuietCauseCode
  /** What to do about it. */
  sentence: string
}

export type QuietCauseCode =
  | 'quota-used-up'
  /** Its button copies the secret again. */
  | 'wrong-secret'
  | 'path-broken'
  /** Its button says where to look in MyOperator's panel. */
  | 'switched-off'
  /** Its button is *It is a holiday*. */
  | 'really-quiet'

/** The address is another than the one that calls last came by. */
export interface UrlChange {
  heardOn: string
  url: string
}

/** A time when calls could not be heard; some may be missing from the history. */
export interface BlindSpot {
  from: Instant
  to: Instant
  because: DeafCause
  /** Nobody was meant to listen then: drawn thin, without reproach. */
  outsideShift: boolean
}

export type DeafCause = 'app-not-running' | 'asleep' | 'listener-failed' | 'tunnel-down'
