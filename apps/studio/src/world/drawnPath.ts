/** Path under which specs name the drawn world. */
export const drawnPath = "drawn.rle"
