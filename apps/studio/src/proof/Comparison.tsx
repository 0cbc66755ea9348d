import { frameOf, type Recording } from "@rulescope/lattice"
import type { RunResult } from "@rulescope/automata"
import { Button, Select, useTexts } from "@rulescope/ui"
import { useEffect, useMemo, useRef, useState } from "react"
import { texts } from "../texts/texts.ts"
import { type CanvasHandle, CellCanvas } from "../world/CellCanvas.tsx"
import { useTicker } from "../world/useTicker.ts"
import { DifferenceCurve } from "./DifferenceCurve.tsx"
import { difference, replay, type ReplayMode } from "./replay.ts"

interface ComparisonProps {
  readonly result: RunResult
  readonly recordings: ReadonlyArray<Recording>
}

const modes = ["alone", "each"] as const

/** One recording, generation by generation: recorded, by the rule, difference. */
export const Comparison = ({ recordings, result }: ComparisonProps) => {
  const say = useTexts(texts)
  const [chosen, setChosen] = useState(0)
  const [mode, setMode] = useState<ReplayMode>("alone")
  const [frame, setFrame] = useState(0)
  const [playing, setPlaying] = useState(false)
  const index = Math.min(chosen, recordings.length - 1)
  const recording = recordings[index]!
  const { frames, height, width } = recording
  const at = Math.min(frame, frames - 1)
  const made = useMemo(() => replay(result, index, recording, mode), [result, index, recording, mode])
  useTicker(playing, 8, () => {
    if (at + 1 >= frames) setPlaying(false)
    else setFrame(at + 1)
  })
  const recorded = frameOf(recording, at)
  const byRule = made.cells.subarray(at * width * height, (at + 1) * width * height)
  const differs = useMemo(() => difference(recorded, byRule), [recorded, byRule])
  const heldOut = result.recordings[index]!.heldOut.includes(at - 1)
  const pictures = [
    { id: "recorded", title: say.proof.recorded, cells: recorded, meaning: "states" },
    { id: "rule", title: say.proof.byRule, cells: byRule, meaning: "states" },
    { id: "difference", title: say.proof.difference, cells: differs, meaning: "difference" }
  ] as const
  return (
    <div className="studio-stack">
      <div className="rs-row">
        {recordings.length > 1 && (
          <Select
            className="studio-narrow"
            aria-label={say.world.which}
            value={String(index)}
            options={recordings.map((one, i) => ({ value: String(i), label: one.source }))}
            onChange={(value) => setChosen(Number(value))}
          />
        )}
        {modes.map((one) => (
          <Button key={one} aria-pressed={mode === one} onClick={() => setMode(one)}>
            {say.proof.modes[one]}
          </Button>
        ))}
      </div>
      <p className="rs-hint">{say.proof.modeHints[mode]}</p>
      <div className="proof-pictures">
        {pictures.map(({ cells, id, meaning, title }) => (
          <figure key={id} className="proof-picture">
            <figcaption>{title}</figcaption>
            <Still label={`${title}, ${say.proof.frame(at, frames - 1)}`} {...{ cells, height, meaning, width }} />
          </figure>
        ))}
      </div>
      <p className="proof-said" aria-live={playing ? "off" : "polite"} data-testid="difference">
        {say.proof.frame(at, frames - 1)} ·{" "}
        {at === 0 ? say.proof.start : heldOut ? say.proof.heldOut : say.proof.learned} ·{" "}
        <strong className={made.differing[at] === 0 ? "proof-same" : "proof-wrong"}>
          {made.differing[at] === 0
            ? say.proof.same(made.known[at]!)
            : say.proof.differing(made.differing[at]!, made.known[at]!)}
        </strong>
      </p>
      <div className="rs-row">
        <Button
          kind="primary"
          onClick={() => {
            if (at + 1 >= frames) setFrame(0)
            setPlaying(!playing)
          }}
        >
          {playing ? say.world.pause : say.world.play}
        </Button>
        <Button disabled={at === 0} onClick={() => setFrame(at - 1)}>
          {say.proof.back}
        </Button>
        <Button disabled={at + 1 >= frames} onClick={() => setFrame(at + 1)}>
          {say.world.step}
        </Button>
        <input
          className="proof-time"
          type="range"
          aria-label={say.proof.time}
          min={0}
          max={frames - 1}
          value={at}
          onChange={(event) => setFrame(Number(event.currentTarget.value))}
        />
      </div>
      <DifferenceCurve differing={made.differing} known={made.known} at={at} />
    </div>
  )
}

interface StillProps {
  readonly label: string
  readonly width: number
  readonly height: number
  readonly cells: Uint8Array
  readonly meaning: "states" | "difference"
}

/** One frame; it keeps its view while the frames change. */
const Still = ({ cells, height, label, meaning, width }: StillProps) => {
  const canvas = useRef<CanvasHandle>(null)
  const shown = useMemo(() => new Uint8Array(width * height), [width, height])
  useEffect(() => {
    shown.set(cells)
    canvas.current?.draw()
  }, [cells, shown])
  return <CellCanvas ref={canvas} label={label} width={width} height={height} cells={shown} meaning={meaning} />
}
