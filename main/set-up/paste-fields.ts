import type { PasteField, SetUp } from '../../shared/set-up.ts'
import type { BasicProof, HeaderProof, Proofs, QueryProof } from '../../shared/settings.ts'
import { headerLine } from './header-line.ts'
import { masked } from './masked.ts'

export interface PasteOptions {
  /** The public address where there is a way in; empty while nothing listens. */
  url: string
  /** Of several the header is pasted, else Basic, else the query parameter. */
  proofs: Proofs
}

/** What goes into MyOperator's panel, field by field in the panel's own words and order. Secrets are masked. */
export function pasteFields(options: PasteOptions): SetUp['paste'] {
  return panelFields({ ...options, shown: masked })
}

/** The same, with something of the caller's choosing in the place of each secret. */
export function panelFields({
  url,
  proofs,
  shown,
}: PasteOptions & { shown(secret: string): string }): SetUp['paste'] {
  const address: PasteField =
    url === ''
      ? choice('URL', 'There is no address yet: choose a way in first')
      : { field: 'URL', value: url, copy: 'webhookUrl' }
  const { v2, v1 } = proofFields(proofs, shown)
  return {
    v2: [
      address,
      ...v2,
      choice('Additional headers', ''),
      choice('Events: tick', 'Dial begin, Answered, End, Summary (and Disposition, if you use it)'),
      choice('Events: leave unticked', 'Initiated, IVR started and every WhatsApp event'),
    ],
    v1: [
      choice('Webhooks to add', 'Two with these same fields: one In-call, one After-call'),
      address,
      choice('Method', 'POST'),
      ...v1,
      choice('Log criteria', 'call log'),
    ],
  }
}

type Shown = (secret: string) => string
type Panels = SetUp['paste']

function proofFields({ header, basic, query }: Proofs, shown: Shown): Panels {
  if (header !== null) return headerFields(header, shown)
  if (basic !== null) return basicFields(basic, shown)
  if (query !== null) return queryFields(query, shown)
  const missing = choice(
    'Authentication',
    'No secret is set in settings.json, and without one nothing is let in: set one first',
  )
  return { v2: [missing], v1: [missing] }
}

function headerFields({ name, value }: HeaderProof, shown: Shown): Panels {
  return {
    v2: [
      choice('Authentication', 'API Key → Header'),
      { field: 'Header name', value: name, copy: 'headerName' },
      { field: 'Header value', value: shown(value), copy: 'headerValue' },
    ],
    v1: [
      { field: 'Header', value: headerLine({ name, value: shown(value) }), copy: 'headerLine' },
      choice('Credentials', ''),
      choice('Query string parameters', ''),
    ],
  }
}

/** No button copies these secrets: who set them by hand has them. */
function basicFields({ username, password }: BasicProof, shown: Shown): Panels {
  return {
    v2: [
      choice('Authentication', 'Basic'),
      choice('Username', username),
      choice('Password', shown(password)),
    ],
    v1: [
      choice('Header', ''),
      choice('Credentials', JSON.stringify({ username, password: shown(password) })),
      choice('Query string parameters', ''),
    ],
  }
}

function queryFields({ name, value }: QueryProof, shown: Shown): Panels {
  return {
    v2: [
      choice('Authentication', 'API Key → Query'),
      choice('Key name', name),
      choice('Key value', shown(value)),
    ],
    v1: [
      choice('Header', ''),
      choice('Credentials', ''),
      choice('Query string parameters', `${name} → Custom → ${shown(value)}`),
    ],
  }
}

function choice(field: string, value: string): PasteField {
  return { field, value, copy: null }
}
