import type { ProbeCode, ProbeFinding } from '../../../shared/hearing.ts'

/** What distinguishes two findings of one code, for their sentence. */
export type Finding =
  | { code: Exclude<ProbeCode, 'tls-wrong' | 'wifi-sign-in' | 'blocked-in-front' | 'header-stripped'> }
  | { code: 'tls-wrong'; because: TlsFault }
  /** `page` is outside text. */
  | { code: 'wifi-sign-in'; page: string }
  | { code: 'blocked-in-front'; by: 'bot-check' | 'ngrok-warning' | 'sign-in' | 'refusal' }
  | { code: 'header-stripped'; report: 'missing' | 'changed'; headerName: string }

export type TlsFault = 'expired' | 'not-yet-valid' | 'wrong-host' | 'not-trusted' | 'broken'

export function describeFinding(finding: Finding): ProbeFinding {
  const { code } = finding
  const sentence = sentenceOf(finding)
  return code === 'wifi-sign-in' ? { code, sentence, page: finding.page } : { code, sentence }
}

function sentenceOf(finding: Finding): string {
  switch (finding.code) {
    case 'proven':
      return 'A probe went out to the public address and came back in: calls can reach Ringtray.'
    case 'app-not-listening':
      return 'Ringtray itself does not answer on this computer, so no call can arrive. Quit Ringtray and start it again; if another program uses the port, end that one or set another port.'
    case 'tunnel-down':
      return 'The public address answers that nothing is behind it, or not at all: the way to this computer is broken, and calls are lost until it is back. Ringtray goes on trying; if it lasts, look at the tunnel or the proxy.'
    case 'dns-missing':
      return 'The name of the public address is not known yet, so nobody finds it. A new name can take an hour; if it lasts, look for a slip in the address, or in its DNS record.'
    case 'somebody-else':
      return 'Something answers at the public address, but it is not Ringtray: calls end there. Check that the address is right and that its path leads to the webhook of Ringtray.'
    case 'another-ringtray':
      return 'Another computer’s Ringtray answers at the public address, so calls ring there and not here. End that one, or give this computer an address of its own.'
    case 'header-stripped':
      return headerSentence(finding)
    case 'tls-wrong':
      return tlsSentence(finding.because)
    case 'wifi-sign-in':
      return 'This Wi-Fi wants you to sign in before it lets anything through, so calls cannot arrive. Open its page, sign in, and Ringtray tries again.'
    case 'blocked-in-front':
      return blockedSentence(finding.by)
    case 'quota-used-up':
      return 'The tunnel’s monthly allowance is used up: calls are turned away until the month ends. Choose a larger plan, or another way in.'
    case 'rate-limited':
      return 'Too many requests came within a short time, and the way in turns some away. It passes within minutes; if it comes back, choose a larger plan or another way in.'
    case 'offline':
      return 'This computer has no working network, so no call can arrive. Connect it, and Ringtray tries again.'
  }
}

function headerSentence({ report, headerName }: Extract<Finding, { code: 'header-stripped' }>): string {
  const what =
    report === 'missing'
      ? `the header ${headerName} is taken away on the way`
      : `the header ${headerName} is changed on the way`
  return `The path is open, but ${what}, so every call would be refused as if its secret were wrong. Let the proxy pass that header on as it came, or choose another header name.`
}

function tlsSentence(because: TlsFault): string {
  switch (because) {
    case 'expired':
      return 'The certificate of the public address has expired, so callers’ systems refuse to connect and no call arrives. Renew it.'
    case 'not-yet-valid':
      return 'The certificate of the public address is not valid yet. Check this computer’s clock first; if it is right, no call arrives until the certificate is valid.'
    case 'wrong-host':
      return 'The certificate at the public address is for another name, so no call arrives. Give the address a certificate of its own name, or correct the address.'
    case 'not-trusted':
      return 'The certificate of the public address is not from an authority that is trusted (self-signed, or its chain is incomplete), so no call arrives. Use one of a public authority, with its chain. If your company inspects web traffic, this may be true on this computer only.'
    case 'broken':
      return 'The public address does not speak TLS as https wants it, so no call arrives. Check that port and https belong together.'
  }
}

function blockedSentence(by: Extract<Finding, { code: 'blocked-in-front' }>['by']): string {
  switch (by) {
    case 'bot-check':
      return 'A bot check in front of the public address blocks automatic requests, and calls are automatic requests. Switch it off for the path of the webhook.'
    case 'ngrok-warning':
      return 'ngrok shows its warning page for browsers in place of Ringtray. Calls of MyOperator should pass; if none arrive, use a plan without that page, or another way in.'
    case 'sign-in':
      return 'A sign-in page stands in front of the public address, and MyOperator cannot sign in: no call arrives. Let the path of the webhook pass without it.'
    case 'refusal':
      return 'Something in front of the public address refuses automatic requests, so no call arrives. Let the path of the webhook pass: Ringtray checks the secret itself.'
  }
}
