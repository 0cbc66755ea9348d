/** Which part of a world a canvas shows: cell (x, y) stands at its left upper corner, `scale` pixels a cell. */
export interface Viewport {
  readonly scale: number
  readonly x: number
  readonly y: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** All of the world, in the middle of the canvas; whole pixels a cell where there is room. */
export const fitted = (world: Size, canvas: Size): Viewport => {
  const exact = Math.min(canvas.width / world.width, canvas.height / world.height)
  const scale = exact >= 1 ? Math.floor(exact) : exact
  return {
    scale,
    x: (world.width - canvas.width / scale) / 2,
    y: (world.height - canvas.height / scale) / 2
  }
}

/** The same with the cell under the pixel (px, py) staying where it is. */
export const zoomed = (view: Viewport, factor: number, px: number, py: number): Viewport => {
  const scale = Math.min(64, Math.max(0.125, view.scale * factor))
  return { scale, x: view.x + px / view.scale - px / scale, y: view.y + py / view.scale - py / scale }
}

/** Moved by pixels. */
export const panned = (view: Viewport, dx: number, dy: number): Viewport => ({
  ...view,
  x: view.x - dx / view.scale,
  y: view.y - dy / view.scale
})

/** The cell under a pixel. */
export const cellAt = (view: Viewport, px: number, py: number): readonly [x: number, y: number] => [
  Math.floor(view.x + px / view.scale),
  Math.floor(view.y + py / view.scale)
]
