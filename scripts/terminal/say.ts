/** Words go to stderr: stdout belongs to the program that a script starts. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Ends the script with an explanation and, where one exists, the exact command that helps. */
export function refuse(reason: string, command?: string): never {
  say(command === undefined ? reason : `${reason}\nPlease run:\n\n  ${command}\n`)
  process.exit(1)
}
