/**
 * Natural logarithm of the gamma function for x > 0, to about 1e-10 relative: Stirling's series above 8, below it
 * by Γ(x) = Γ(x + 1) / x.
 */
export const logGamma = (x: number): number => {
  let shift = 0
  let at = x
  while (at < 8) shift += Math.log(at++)
  const square = 1 / (at * at)
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680)))) / at
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift
}
