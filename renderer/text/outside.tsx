import { safeText } from '../../shared/safe-text.ts'

/** Text from outside, as text: isolated, so that its direction ends where it ends. */
export function Outside({ text, className }: { text: string; className?: string }) {
  return <bdi className={className}>{safeText(text)}</bdi>
}
