/**
 * An XDG autostart file (Desktop Entry Specification 1.5). `command` is the program and its arguments, each as it
 * shall arrive.
 */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Ringtray',
    'Comment=Says who is calling',
    `Exec=${escapeString(command.map(quoteArgument).join(' '))}`,
    'Terminal=false',
    'StartupNotify=false',
    '',
  ].join('\n')
}

/** Switched off by a desktop's own settings, which rewrite the file rather than delete it. */
export function isAutostartOn(entry: string): boolean {
  const lines = entry.split('\n').map((line) => line.trim())
  return !lines.some((line) => /^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)$/i.test(line))
}

/** The rule for arguments of `Exec`; a lone percent sign would be a field code, quoted or not. */
function quoteArgument(argument: string): string {
  const text = argument.replaceAll('%', '%%')
  if (/^[\w@%+:,./-]+$/.test(text)) return text
  return `"${text.replaceAll(/["`$\\]/g, '\\$&')}"`
}

/** The rule for every value of type string, which is undone before the quotes are looked at. */
function escapeString(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
}
