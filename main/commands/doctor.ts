import { access } from 'node:fs/promises'
import { safeText } from '../../shared/safe-text.ts'
import { examine } from '../doctor/examine.ts'
import type { Finding } from '../doctor/finding.ts'
import { SpokenError } from '../errors.ts'
import type { Terminal } from './terminal.ts'

export interface DoctorOptions {
  dir: string
  format: 'json' | 'table'
}

/** Prints what is well and what is not, a line each. Throws where something fails. */
export async function printExamination({ dir, format }: DoctorOptions, terminal: Terminal): Promise<void> {
  await requireFolder(dir)
  const findings = (await examine(dir, Date.now)).map(harmless)
  await terminal.print(format === 'json' ? toJson(findings) : findings.map(toLine).join('\n'))
  const failed = findings.filter(({ level }) => level === 'fail').length
  if (failed > 0) {
    throw new SpokenError(`${failed} of ${findings.length} looks failed. What to do stands in their lines.`)
  }
}

async function requireFolder(dir: string): Promise<void> {
  try {
    await access(dir)
  } catch (error) {
    throw new SpokenError(
      `There is no folder ${dir}. Check --data, or start Ringtray on that folder first.`,
      {
        cause: error,
      },
    )
  }
}

function harmless(finding: Finding): Finding {
  return { ...finding, sentence: safeText(finding.sentence) }
}

function toLine({ level, check, sentence }: Finding): string {
  return `${level.padEnd(4)}  ${check}: ${sentence}`
}

function toJson(findings: Finding[]): string {
  return `[${findings.map((one) => JSON.stringify(one)).join(',\n')}]`
}
