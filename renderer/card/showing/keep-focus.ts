/** React may move the row that has the focus, and the browser takes the focus from what is moved: gives it back. */
export function keepFocus(draw: () => void): void {
  const focused = document.activeElement
  const selection =
    focused instanceof HTMLTextAreaElement ? ([focused.selectionStart, focused.selectionEnd] as const) : null
  draw()
  if (!(focused instanceof HTMLElement) || !focused.isConnected || focused === document.activeElement) return
  focused.focus({ preventScroll: true })
  if (selection !== null && focused instanceof HTMLTextAreaElement) focused.setSelectionRange(...selection)
}
