import { type KeyboardEvent, type PointerEvent, type Ref, useEffect, useImperativeHandle, useRef } from "react"
import { useTheme } from "@rulescope/ui"
import { coloursOf, type Meaning, paintCells } from "./paintCells.ts"
import { cellAt, fitted, panned, type Viewport, zoomed } from "./viewport.ts"

/** What can be asked of a canvas from outside. */
export interface CanvasHandle {
  /** Draws the cells as they are now. */
  readonly draw: () => void
  readonly zoom: (factor: number) => void
  readonly fit: () => void
}

interface CellCanvasProps {
  readonly label: string
  readonly width: number
  readonly height: number
  /** Changed in place by its owner, who then calls `draw`. */
  readonly cells: Uint8Array
  readonly meaning?: Meaning
  /** Called for each cell that the pointer paints, or the space bar; without it the pointer moves the view. */
  readonly onPaint?: ((x: number, y: number, first: boolean) => void) | undefined
  readonly ref?: Ref<CanvasHandle>
}

const keySteps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
}

/**
 * Cells on a canvas: the wheel zooms, the pointer paints or moves the view; by keyboard the arrows move a cursor, space
 * paints, plus and minus zoom, 0 fits.
 */
export const CellCanvas = ({ cells, height, label, meaning = "states", onPaint, ref, width }: CellCanvasProps) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const view = useRef<Viewport | null>(null)
  const cursor = useRef<readonly [number, number] | null>(null)
  const pointer = useRef<readonly [number, number] | null>(null)
  const { shown: theme } = useTheme()
  const drawing = useRef<() => void>(() => undefined)

  useEffect(() => {
    const element = canvas.current!
    const context = element.getContext("2d", { alpha: false })!
    const source = new OffscreenCanvas(width, height)
    const sourceContext = source.getContext("2d", { alpha: false })!
    const image = sourceContext.createImageData(width, height)
    const colours = coloursOf(meaning, theme)
    const style = getComputedStyle(element)
    const around = style.backgroundColor
    const edge = style.borderColor
    drawing.current = () => {
      view.current ??= fitted({ width, height }, element)
      const { scale, x, y } = view.current
      paintCells(image, cells, colours)
      sourceContext.putImageData(image, 0, 0)
      context.fillStyle = around
      context.fillRect(0, 0, element.width, element.height)
      // Below one pixel a cell, smoothing shows densities instead of dropping cells.
      context.imageSmoothingEnabled = scale < 1
      context.drawImage(source, -x * scale, -y * scale, width * scale, height * scale)
      context.strokeStyle = edge
      context.lineWidth = 1
      context.strokeRect(-x * scale - 0.5, -y * scale - 0.5, width * scale + 1, height * scale + 1)
      if (cursor.current !== null) {
        const [cx, cy] = cursor.current
        context.strokeStyle = theme === "dark" ? "#ffffff" : "#000000"
        context.lineWidth = 2
        context.strokeRect((cx - x) * scale, (cy - y) * scale, Math.max(scale, 4), Math.max(scale, 4))
      }
    }
    const resize = new ResizeObserver(() => {
      const ratio = devicePixelRatio
      element.width = Math.max(1, Math.round(element.clientWidth * ratio))
      element.height = Math.max(1, Math.round(element.clientHeight * ratio))
      view.current = null
      drawing.current()
    })
    resize.observe(element)
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const ratio = element.width / element.clientWidth
      view.current = zoomed(
        view.current ?? fitted({ width, height }, element),
        2 ** (-event.deltaY / 300),
        event.offsetX * ratio,
        event.offsetY * ratio
      )
      drawing.current()
    }
    // React listens passively, which could not keep the page from scrolling.
    element.addEventListener("wheel", onWheel, { passive: false })
    view.current = null
    return () => {
      resize.disconnect()
      element.removeEventListener("wheel", onWheel)
    }
  }, [cells, height, meaning, theme, width])

  const zoom = (factor: number) => {
    const element = canvas.current!
    view.current = zoomed(
      view.current ?? fitted({ width, height }, element),
      factor,
      element.width / 2,
      element.height / 2
    )
    drawing.current()
  }
  const fit = () => {
    view.current = null
    drawing.current()
  }
  useImperativeHandle(ref, () => ({ draw: () => drawing.current(), zoom, fit }))

  const at = (event: PointerEvent<HTMLCanvasElement>): readonly [number, number] => {
    const element = canvas.current!
    const ratio = element.width / element.clientWidth
    return [event.nativeEvent.offsetX * ratio, event.nativeEvent.offsetY * ratio]
  }
  const paintAt = (pixel: readonly [number, number], first: boolean) => {
    const [x, y] = cellAt(view.current!, ...pixel)
    if (x >= 0 && y >= 0 && x < width && y < height) onPaint?.(x, y, first)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLCanvasElement>) => {
    const step = keySteps[event.key]
    if (step !== undefined) {
      const [x, y] = cursor.current ?? [Math.floor(width / 2), Math.floor(height / 2)]
      cursor.current = [Math.min(width - 1, Math.max(0, x + step[0])), Math.min(height - 1, Math.max(0, y + step[1]))]
      drawing.current()
    } else if (event.key === " " && onPaint !== undefined && cursor.current !== null) {
      onPaint(...cursor.current, true)
    } else if (event.key === "+" || event.key === "=") zoom(1.5)
    else if (event.key === "-") zoom(1 / 1.5)
    else if (event.key === "0") fit()
    else return
    event.preventDefault()
  }

  return (
    <canvas
      ref={canvas}
      className={onPaint === undefined ? "cells" : "cells cells-paint"}
      role="application"
      aria-label={label}
      // It takes the arrow keys, so it has to be reached by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => {
        cursor.current = null
        drawing.current()
      }}
      onPointerDown={(event) => {
        if (event.button !== 0 || view.current === null) return
        event.currentTarget.setPointerCapture(event.pointerId)
        pointer.current = at(event)
        if (onPaint !== undefined) paintAt(pointer.current, true)
      }}
      onPointerMove={(event) => {
        if (pointer.current === null || view.current === null) return
        const now = at(event)
        const [px, py] = pointer.current
        if (onPaint === undefined) {
          view.current = panned(view.current, now[0] - px, now[1] - py)
          drawing.current()
        } else {
          // Cells between two events of a fast pointer are painted too.
          const steps = Math.max(1, Math.ceil(Math.hypot(now[0] - px, now[1] - py) / Math.max(view.current.scale, 1)))
          for (let i = 1; i <= steps; i++) {
            paintAt([px + ((now[0] - px) * i) / steps, py + ((now[1] - py) * i) / steps], false)
          }
        }
        pointer.current = now
      }}
      onPointerUp={() => (pointer.current = null)}
      onPointerCancel={() => (pointer.current = null)}
    />
  )
}
