/** Desktop tests started without `npm test` would fail one by one for reasons that explain nothing. */
export function setup(): void {
  if (process.env.ELECTRON_EXEC_PATH) return
  throw new Error(
    'Desktop tests need an Electron, a screen and a bus around them. Run: npm test -- test/desktop',
  )
}
