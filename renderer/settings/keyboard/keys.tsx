import { keyWords, type Platform, spokenKeys } from '../wording/keys-wording.ts'

export function Keys({ accelerator, platform }: { accelerator: string; platform: Platform }) {
  return (
    <>
      <span className="hidden">{spokenKeys(accelerator, platform)}</span>
      <span className="keys" aria-hidden="true">
        {keyWords(accelerator, platform).map((word) => (
          <kbd className="key" key={word}>
            {word}
          </kbd>
        ))}
      </span>
    </>
  )
}
