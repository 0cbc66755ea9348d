import { useTexts } from "@rulescope/ui"
import { texts } from "../texts/texts.ts"

interface DifferenceCurveProps {
  readonly differing: ReadonlyArray<number>
  readonly known: ReadonlyArray<number>
  readonly at: number
}

const height = 56
const width = 600

/** Share of cells that differ, by generation; the one that is shown is marked. */
export const DifferenceCurve = ({ at, differing, known }: DifferenceCurveProps) => {
  const say = useTexts(texts)
  const shares = differing.map((count, t) => (known[t] === 0 ? 0 : count / known[t]!))
  const most = Math.max(...shares)
  const slot = width / differing.length
  const first = differing.findIndex((count) => count > 0)
  return (
    <figure className="proof-curve">
      <figcaption className="rs-hint">
        {first < 0 ? say.proof.never : say.proof.firstAt(first, (100 * most).toFixed(most < 0.001 ? 4 : 2))}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <rect x={at * slot} y={0} width={Math.max(slot, 1)} height={height} className="curve-at" />
        {shares.map((share, t) =>
          share === 0 ? null : (
            <rect
              // Frames have nothing but their place.
              // oxlint-disable-next-line react/no-array-index-key
              key={t}
              x={t * slot}
              width={Math.max(slot * 0.8, 0.5)}
              y={height - Math.max(2, (share / most) * height)}
              height={Math.max(2, (share / most) * height)}
              className="curve-bar"
            />
          )
        )}
        <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} className="curve-base" />
      </svg>
    </figure>
  )
}
