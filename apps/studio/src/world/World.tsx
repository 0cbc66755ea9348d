import type { Recording } from "@rulescope/lattice"
import { Button, Notice, Select, useTexts } from "@rulescope/ui"
import { useEffect, useMemo, useReducer, useRef, useState } from "react"
import { later } from "../later.ts"
import { configValue } from "../state/draft.ts"
import { useStudio } from "../state/StudioProvider.tsx"
import { texts } from "../texts/texts.ts"
import { type CanvasHandle, CellCanvas } from "./CellCanvas.tsx"
import { evolutionOf } from "./Evolution.ts"
import { useTicker } from "./useTicker.ts"

const speeds = ["2", "8", "20", "60"] as const
const tools = ["look", "live", "dead"] as const

interface WorldProps {
  readonly recording: Recording
  /** The name of what is drawn on it. */
  readonly drawn: string
}

/** One recording that evolves: play, step, scrub, paint, zoom. */
export const World = ({ drawn, recording }: WorldProps) => {
  const say = useTexts(texts)
  const { work } = useStudio()
  const { drawings, draw } = work
  const evolution = useMemo(() => evolutionOf(recording, drawings.current.get(drawn)), [recording, drawings, drawn])
  const canvas = useRef<CanvasHandle>(null)
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<(typeof speeds)[number]>("20")
  const [tool, setTool] = useState<(typeof tools)[number]>("look")
  // The evolution changes in place; what is written about it is written anew after each change.
  const [, notice] = useReducer((count: number) => count + 1, 0)
  const changed = () => {
    canvas.current?.draw()
    draw(drawn, evolution)
    notice()
  }
  const move = () => {
    evolution.step()
    if (!evolution.canStep()) setPlaying(false)
    changed()
  }
  useTicker(playing, Number(speed), move)
  useEffect(() => setPlaying(false), [evolution])
  const paint = (x: number, y: number) => {
    evolution.paint(x, y, tool === "dead" ? 0 : 1)
    changed()
  }
  const generation = evolution.generation()
  const canPaint = evolution.rule !== null && evolution.states === 2
  return (
    <div className="studio-stack">
      <CellCanvas
        ref={canvas}
        label={say.world.canvas(generation)}
        width={evolution.width}
        height={evolution.height}
        cells={evolution.cells}
        onPaint={tool === "look" || !canPaint ? undefined : paint}
      />
      <div className="world-bar">
        <div className="rs-row">
          <Button onClick={() => setPlaying(!playing)} disabled={!evolution.canStep()} aria-pressed={playing}>
            {playing ? say.world.pause : say.world.play}
          </Button>
          <Button onClick={move} disabled={playing || !evolution.canStep()}>
            {say.world.step}
          </Button>
          <Button
            onClick={() => {
              evolution.show(0)
              changed()
            }}
            disabled={generation === 0 && !evolution.painted()}
          >
            {say.world.toStart}
          </Button>
          <Select
            className="studio-narrow"
            aria-label={say.world.speed}
            value={speed}
            options={speeds.map((value) => ({ value, label: say.world.perSecond(value) }))}
            onChange={setSpeed}
          />
        </div>
        <div className="rs-row" role="group" aria-label={say.world.view}>
          <Button aria-label={say.world.zoomIn} onClick={() => canvas.current?.zoom(1.5)}>
            +
          </Button>
          <Button aria-label={say.world.zoomOut} onClick={() => canvas.current?.zoom(1 / 1.5)}>
            −
          </Button>
          <Button onClick={() => canvas.current?.fit()}>{say.world.fit}</Button>
        </div>
        {canPaint && (
          <div className="rs-row" role="group" aria-label={say.world.tools}>
            {tools.map((one) => (
              <Button key={one} aria-pressed={tool === one} onClick={() => setTool(one)}>
                {say.world.tool[one]}
              </Button>
            ))}
            <Button
              onClick={() => {
                evolution.clear()
                changed()
              }}
            >
              {say.world.clear}
            </Button>
          </div>
        )}
      </div>
      <label className="world-time">
        <span>{say.world.generation(generation, evolution.recorded - 1)}</span>
        <input
          type="range"
          min={0}
          max={evolution.recorded - 1}
          value={Math.min(generation, evolution.recorded - 1)}
          disabled={evolution.painted() || evolution.recorded < 2}
          onChange={(event) => {
            evolution.show(Number(event.currentTarget.value))
            changed()
          }}
        />
      </label>
      {evolution.painted() && <Painted recording={recording} evolution={evolution} />}
      <p className="rs-hint">{canPaint ? say.world.keysPaint : say.world.keys}</p>
    </div>
  )
}

interface PaintedProps {
  readonly recording: Recording
  readonly evolution: ReturnType<typeof evolutionOf>
}

/** Offers the world that was drawn to the next run. */
const Painted = ({ evolution, recording }: PaintedProps) => {
  const say = useTexts(texts)
  const { dispatch, state } = useStudio()
  const { draft, files } = state
  const asked = configValue(draft.generator, "generations")
  const generations = typeof asked === "number" ? asked : Math.max(recording.frames - 1, 32)
  const learn = async () => {
    const { drawnRecording } = await later.drawn()
    const drawn = drawnRecording(evolution, generations)
    if (drawn === null) return
    const path = configValue(drawn.generator, "path") as string
    dispatch({
      kind: "files",
      files: new Map([...files, [path, drawn.files]]),
      draft: { ...draft, generator: drawn.generator }
    })
  }
  return (
    <Notice
      kind="info"
      title={say.world.painted}
      actions={<Button onClick={() => void learn()}>{say.world.learnFromIt(generations)}</Button>}
    >
      <p>{say.world.paintedHint}</p>
    </Notice>
  )
}
