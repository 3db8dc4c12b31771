import type { CopyRequest } from '../../shared/ipc-contract.ts'
import { nationalDigits } from '../../shared/phone-number.ts'
import { headerLine } from '../desktop/welcome.ts'
import { SpokenError } from '../errors.ts'
import { findNotUnderstood } from '../history/arrived.ts'
import { maskedReport } from '../history/masked-report.ts'
import type { Log } from '../log.ts'
import type { Receiver } from '../receiver.ts'

/** The text that a window or the tray asks to have on the clipboard. Rejects with a sentence where there is none. */
export async function textToCopy(
  request: CopyRequest,
  { receiver, log }: { receiver: Receiver; log: Log },
): Promise<string> {
  const { proofs, country } = receiver.settings.current()
  switch (request.what) {
    case 'webhookUrl':
      return webhookUrlOf(receiver)
    case 'headerLine':
      if (proofs.header !== null) return headerLine(proofs.header)
      throw new SpokenError('No header is set in settings.json, so there is none to copy.')
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

/** Empty while nothing listens. */
export function webhookUrlOf(receiver: Pick<Receiver, 'status'>): string {
  const { listener } = receiver.status()
  return 'url' in listener ? listener.url : ''
}
