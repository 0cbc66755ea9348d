import { unobserved } from "@rulescope/lattice"

/** Colours of cell states as on figures of `@rulescope/charts`: 0xAABBGGRR, as image data has them. */
const palettes = {
  light: [0xfff5f3f1, 0xffb27200, 0xff009fe6, 0xff739e00, 0xffa779cc, 0xffe9b456, 0xff42e4f0],
  dark: [0xff302923, 0xffe9b456, 0xff005ed5, 0xff739e00, 0xffa779cc, 0xffb27200, 0xff42e4f0]
} as const

/** Of cells that were not observed; and of those that differ, vermillion and orange. */
const unknown = { light: 0xffb8ada5, dark: 0xff665c54 } as const
const wrong = { light: 0xff005ed5, dark: 0xff009fe6 } as const

export type Theme = keyof typeof palettes

const stateColours = (theme: Theme): Uint32Array => {
  const palette = palettes[theme]
  const colours = Uint32Array.from({ length: 256 }, (_, state) =>
    state < palette.length ? palette[state]! : palette[2 + ((state - 2) % (palette.length - 2))]!
  )
  colours[unobserved] = unknown[theme]
  return colours
}

/** 0 equal, 1 different, 255 one of the two not known. */
const differenceColours = (theme: Theme): Uint32Array => {
  const colours = new Uint32Array(256).fill(palettes[theme][0])
  colours[1] = wrong[theme]
  colours[unobserved] = unknown[theme]
  return colours
}

/** What the values of cells mean. */
export type Meaning = "states" | "difference"

export const coloursOf = (meaning: Meaning, theme: Theme): Uint32Array =>
  meaning === "states" ? stateColours(theme) : differenceColours(theme)

/** Cells as pixels, one each, into image data of their size. */
export const paintCells = (image: ImageData, cells: Uint8Array, colours: Uint32Array): void => {
  const pixels = new Uint32Array(image.data.buffer)
  for (let i = 0; i < cells.length; i++) pixels[i] = colours[cells[i]!]!
}
