/**
 * Colours from dark blue (0) to yellow (1) that people with and without colour-vision deficiency see in the same
 * order, with evenly growing lightness.
 *
 * Source: J. R. Nuñez, C. R. Anderton, R. S. Renslow, Optimizing colormaps with consideration for color vision
 * deficiency to enable accurate interpretation of scientific data, PLoS ONE 13 (2018); the polynomial is that of
 * d3-scale-chromatic 3.
 */
export const cividis = (place: number): { readonly fill: string; readonly onFill: string } => {
  const t = Math.min(1, Math.max(0, place))
  const channel = (value: number): number => Math.min(255, Math.max(0, Math.round(value)))
  const rgb = [
    channel(-4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))))),
    channel(32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))))),
    channel(81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67)))))
  ]
  return {
    fill: `#${rgb.map((c) => c.toString(16).padStart(2, "0")).join("")}`,
    onFill: t < 0.465 ? "#ffffff" : "#000000"
  }
}
