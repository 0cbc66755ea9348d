/** What frames are called that are to be held. */
export const framesOf = (frames: number, width: number, height: number): string =>
  frames === 1 ? `a frame of ${width} × ${height} cells` : `${frames} frames of ${width} × ${height} cells`
