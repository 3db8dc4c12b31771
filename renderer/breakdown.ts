const windowSentence =
  'This window has stopped by a fault of Ringtray. Calls are still received and kept. Close the window and open it again from the tray.'

/** React has taken everything down: say so in place of an empty window. */
export function showBreakdown(root: HTMLElement, sentence = windowSentence) {
  const paragraph = document.createElement('p')
  paragraph.className = 'breakdown'
  paragraph.textContent = sentence
  root.replaceChildren(paragraph)
}
