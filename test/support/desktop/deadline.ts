/** Rejects when something does not happen in time, saying what was waited for and what there was instead. */
export async function within<T>(
  ms: number,
  waitedFor: string,
  promise: Promise<T>,
  instead = () => '',
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Not within ${ms} ms: ${waitedFor}\n${instead()}`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
