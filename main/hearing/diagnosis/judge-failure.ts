import type { Finding } from './findings.ts'

/** What a request that got no answer says. Codes are Node's, the system's and OpenSSL's names. */
export function judgeFailure(code: string): Finding {
  switch (code) {
    case 'ENOTFOUND':
    case 'ENODATA':
    case 'EAI_NONAME':
    case 'EAI_NODATA':
      return { code: 'dns-missing' }
    case 'EAI_AGAIN':
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EADDRNOTAVAIL':
      return { code: 'offline' }
    case 'CERT_HAS_EXPIRED':
      return { code: 'tls-wrong', because: 'expired' }
    case 'CERT_NOT_YET_VALID':
      return { code: 'tls-wrong', because: 'not-yet-valid' }
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return { code: 'tls-wrong', because: 'wrong-host' }
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'CERT_UNTRUSTED':
    case 'CERT_SIGNATURE_FAILURE':
      return { code: 'tls-wrong', because: 'not-trusted' }
    default:
      if (/^(ERR_SSL_|ERR_TLS_|CERT_|EPROTO$)/.test(code)) return { code: 'tls-wrong', because: 'broken' }
      // A server that speaks, though not HTTP.
      if (code.startsWith('HPE_')) return { code: 'somebody-else' }
      return { code: 'tunnel-down' }
  }
}
