import { visibleText } from '../../shared/safe-text.ts'

interface Caller {
  name: string | null
  number: string | null
  withheld: boolean
}

export function whoText({ name, number, withheld }: Caller): string {
  return visibleText(name) ?? visibleText(number) ?? (withheld ? 'Number withheld' : 'Number not told')
}

/** The number where the name stands above it. */
export function secondNumber({ name, number }: Pick<Caller, 'name' | 'number'>): string | null {
  return visibleText(name) === null ? null : visibleText(number)
}
