/** `npm run bench`: every figure beside its peer, on this machine, in this run. Prints a Markdown table. */
import { cpus } from 'node:os'
import { measureDeliveries } from './deliveries.ts'
import { measureDesktop } from './desktop/desktop.ts'
import { formatRow, type Measured } from './table.ts'

const measured: Measured[] = [...(await measureDeliveries()), ...(await measureDesktop())]

const lines = [
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${process.platform}`,
  '',
  '| Work | Ringtray | Beside it | Ratio | Goal |',
  '|---|---|---|---|---|',
  ...measured.map(formatRow),
]
process.stdout.write(`${lines.join('\n')}\n`)
