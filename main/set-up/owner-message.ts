import type { PasteField } from '../../shared/set-up.ts'
import type { Proofs } from '../../shared/settings.ts'
import { panelFields } from './paste-fields.ts'

export interface OwnerMessageOptions {
  publicUrl: string
  proofs: Proofs
}

/** What the owner has to do, as plain text to send by chat or e-mail. Not even the end of the secret is in it. */
export function ownerMessage({ publicUrl, proofs }: OwnerMessageOptions): string {
  const { v2, v1 } = panelFields({ url: publicUrl, proofs, shown: () => '(the secret)' })
  return `Please connect our MyOperator calls to Ringtray. It takes about five minutes; only the owner or an admin of the account can do it.

In MyOperator’s admin panel: APIs & Webhooks → Webhooks → tab v2 → Add Webhook
${v2.map(line).join('\n')}
Save it and leave it switched on.

Only where the panel has no tab v2:
${v1.map(line).join('\n')}

The secret comes in a message of its own. Please pass it on to nobody: who has it can show us calls that are none.
When it is saved, call our number once from a phone, let it ring, answer, and hang up. Ringtray then says whether everything arrived.`
}

function line({ field, value }: PasteField): string {
  return `- ${field}: ${value === '' ? '(leave empty)' : value}`
}
