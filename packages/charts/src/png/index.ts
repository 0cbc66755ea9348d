/// <reference types="node" />
/** SVG to PNG in Node: the only part of this package that reads files. */
// oxlint-disable-next-line no-restricted-imports -- this entry is for Node; the main entry runs everywhere
import { readFile } from "node:fs/promises"
// oxlint-disable-next-line no-restricted-imports
import { createRequire } from "node:module"
import { initWasm, Resvg } from "@resvg/resvg-wasm"

const require = createRequire(import.meta.url)

const prepare = async (): Promise<Array<Uint8Array>> => {
  const [wasm, ...fonts] = await Promise.all(
    [
      require.resolve("@resvg/resvg-wasm/index_bg.wasm"),
      require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
      require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf")
    ].map((path) => readFile(path))
  )
  await initWasm(wasm!)
  return fonts
}

// The renderer refuses to be started twice.
let fonts: Promise<Array<Uint8Array>> | undefined

export interface PngOptions {
  /** Pixels per user unit, > 0; default 2. */
  readonly scale?: number
}

/** Draws an SVG of this package as a PNG file; text is set in DejaVu Sans whatever the machine has. */
export const svgToPng = async (svg: string, { scale = 2 }: PngOptions = {}): Promise<Uint8Array> => {
  fonts ??= prepare()
  const renderer = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { fontBuffers: await fonts, defaultFontFamily: "DejaVu Sans", sansSerifFamily: "DejaVu Sans" }
  })
  const image = renderer.render()
  const png = image.asPng()
  image.free()
  renderer.free()
  return png
}
