import { failureSentence } from '../../wording/failure-sentence.ts'
import type { PartName } from '../state/parts.ts'
import { useView } from '../state/use-view.ts'

/** Why the last wish was not granted; silent while all is well. */
export function PartFailure({ part, what }: { part: PartName; what: string }) {
  const { saves } = useView()
  const save = saves[part]
  return <output className="notice">{save?.state === 'failed' && failureSentence(what, save.reason)}</output>
}
