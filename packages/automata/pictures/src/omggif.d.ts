// omggif 1.0.10 comes without types; of what it offers, what is used here.
declare module "omggif" {
  export interface FrameInfo {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
    readonly disposal: number
  }
  export class GifReader {
    constructor(bytes: Uint8Array)
    readonly width: number
    readonly height: number
    numFrames(): number
    frameInfo(frame: number): FrameInfo
    decodeAndBlitFrameRGBA(frame: number, pixels: Uint8Array): void
  }
  export class GifWriter {
    constructor(
      bytes: Uint8Array | Array<number>,
      width: number,
      height: number,
      options?: { readonly loop?: number; readonly palette?: ReadonlyArray<number> }
    )
    addFrame(
      x: number,
      y: number,
      width: number,
      height: number,
      indices: Uint8Array,
      options?: { readonly delay?: number; readonly palette?: ReadonlyArray<number> }
    ): number
    end(): number
    getOutputBuffer(): Uint8Array | Array<number>
  }
}
