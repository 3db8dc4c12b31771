import type { CopyRequest } from '../../shared/ipc-contract.ts'
import { nationalDigits } from '../../shared/phone-number.ts'
import type { HeaderProof, Proofs } from '../../shared/settings.ts'
import { SpokenError } from '../errors.ts'
import { findNotUnderstood } from '../history/arrived.ts'
import { maskedReport } from '../history/masked-report.ts'
import type { Log } from '../log.ts'
import type { Receiver } from '../receiver.ts'
import { headerLine } from '../set-up/header-line.ts'
import { ownerMessage } from '../set-up/owner-message.ts'

export interface TextToCopyOptions {
  receiver: Receiver
  /** Of the webhook; null while there is no way in. */
  publicUrl: string | null
  log: Log
}

/** The text that a window or the tray asks to have on the clipboard. Rejects with a sentence where there is none. */
export async function textToCopy(
  request: CopyRequest,
  { receiver, publicUrl, log }: TextToCopyOptions,
): Promise<string> {
  const { proofs, country } = receiver.settings.current()
  switch (request.what) {
    case 'webhookUrl':
      return webhookUrlOf(receiver, publicUrl)
    case 'headerName':
      return headerOf(proofs).name
    case 'headerValue':
      return headerOf(proofs).value
    case 'headerLine':
      return headerLine(headerOf(proofs))
    case 'ownerMessage':
      if (publicUrl !== null) return ownerMessage({ publicUrl, proofs })
      throw new SpokenError(
        'Nobody outside can reach this computer yet, so the owner could do nothing with it. Choose a way in first.',
      )
    case 'maskedReport': {
      const arrived = await findNotUnderstood(request.deliveryId, { receiver, log })
      if (arrived !== null) return maskedReport(arrived)
      throw new SpokenError('This delivery is no longer kept, so there is nothing to copy.')
    }
    case 'number': {
      const record = await receiver.callBook.record(request.id)
      const customer = record === null ? null : receiver.callBook.callOf(record).customer
      if (customer?.number == null) return customer?.raw ?? ''
      return request.international ? customer.number : nationalDigits(customer.number, country)
    }
  }
}

/** The public one where there is a way in; else that of the listener, empty while nothing listens. */
export function webhookUrlOf(receiver: Pick<Receiver, 'status'>, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl
  const { listener } = receiver.status()
  return 'url' in listener ? listener.url : ''
}

function headerOf({ header }: Proofs): HeaderProof {
  if (header !== null) return header
  throw new SpokenError('No header is set in settings.json, so there is none to copy.')
}
