import type { ComponentProps } from 'react'
import { CopyButton as AnyCopyButton } from '../copy/copy-button.tsx'
import { useParts } from './state/parts.ts'

export function CopyButton(props: Omit<ComponentProps<typeof AnyCopyButton>, 'bridge'>) {
  const { bridge } = useParts()
  return <AnyCopyButton bridge={bridge} {...props} />
}
