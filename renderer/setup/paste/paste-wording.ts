import type { PasteField } from '../../../shared/set-up.ts'

export const panels = ['v2', 'v1'] as const
export type Panel = (typeof panels)[number]

export const panelTitles: Record<Panel, string> = { v2: 'Webhooks v2', v1: 'Older panel (v1)' }

export const panelLeads: Record<Panel, string> = {
  v2: 'In MyOperator’s panel: APIs & Webhooks → Webhooks → tab v2 → Add Webhook.',
  v1: 'Only where the panel has no tab v2. It takes two webhooks: without the After-call one, the end of a call is not told.',
}

/** For the ear: what the button beside a field copies. */
export const copiedWords: Record<NonNullable<PasteField['copy']>, string> = {
  webhookUrl: 'the webhook URL',
  headerName: 'the name of the header',
  headerValue: 'the secret',
  headerLine: 'the header line with its secret',
}

export function isSecret({ copy }: PasteField): boolean {
  return copy === 'headerValue' || copy === 'headerLine'
}
