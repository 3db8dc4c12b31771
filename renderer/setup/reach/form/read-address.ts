/** A public address as somebody types it: without https:// it is meant with it. */
export function readAddress(typed: string): { url: string } | { problem: string } {
  const text = typed.trim()
  if (text === '') return { problem: `The address is missing. ${example}` }
  if (/\s/.test(text)) return { problem: 'There is a space in the address. Take it out.' }
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || url.hostname === '') return { problem: `This is not an address. ${example}` }
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return {
      problem:
        'http:// would send the secret over the net for everybody to read. Use an address with https://.',
    }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { problem: `MyOperator sends to https:// addresses only. ${example}` }
  if (url.username !== '' || url.password !== '')
    return { problem: 'There is a name or password in the address. Leave out what stands before the @.' }
  if (url.search !== '' || url.hash !== '')
    return { problem: 'The address goes on behind a ? or #. Leave that out: the secret goes into a header.' }
  return { url: url.href }
}

const example = 'It looks like https://calls.example.com/webhook.'

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
