/** Appears only where the first rows take longer than a blink. */
export function Opening({ sentence }: { sentence: string }) {
  return (
    <div className="opening">
      <output className="opening-sentence">{sentence}</output>
    </div>
  )
}
