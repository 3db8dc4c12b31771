import type { RequestMeterReading } from '../../../../shared/reach.ts'

const words: Record<RequestMeterReading['level'], { word: string; tone: string }> = {
  calm: { word: 'enough left', tone: 'tone-answered' },
  amber: { word: 'nearly full', tone: 'tone-ringing' },
  full: { word: 'full', tone: 'tone-ringing' },
}

export function Meter({ meter: { level, sentence, requests, limit } }: { meter: RequestMeterReading }) {
  const { word, tone } = words[level]
  return (
    <div className="fact">
      <dt>Requests</dt>
      <dd>
        <span className="figures">{sentence}</span> <span className={tone}>· {word}</span>
        <meter
          className="meter"
          aria-label="Requests of this month"
          max={limit}
          high={limit * 0.8}
          optimum={0}
          value={Math.min(requests, limit)}
        />
      </dd>
    </div>
  )
}
