/** A number with its standard error. */
export interface Measured {
  readonly value: number
  readonly error: number
}

/** Autocorrelation of a series at lags 1 to `lags`, NaN left out; each is 0 ± 1/√pairs for white noise. */
export const autocorrelation = (series: ArrayLike<number>, lags: number): ReadonlyArray<Measured> => {
  let sum = 0
  let square = 0
  let count = 0
  for (let t = 0; t < series.length; t++) {
    const value = series[t]!
    if (Number.isNaN(value)) continue
    sum += value
    square += value * value
    count++
  }
  const mean = sum / count
  const variance = square / count - mean * mean
  return Array.from({ length: lags }, (_, i) => {
    const lag = i + 1
    let product = 0
    let pairs = 0
    for (let t = lag; t < series.length; t++) {
      const value = (series[t]! - mean) * (series[t - lag]! - mean)
      if (Number.isNaN(value)) continue
      product += value
      pairs++
    }
    return { value: product / pairs / variance, error: 1 / Math.sqrt(pairs) }
  })
}

/** Skewness and excess kurtosis; for n independent normals their standard errors are √(6/n) and √(24/n). */
export const shapeOf = (series: ArrayLike<number>): { readonly skewness: Measured; readonly kurtosis: Measured } => {
  let n = 0
  let sum = 0
  for (let t = 0; t < series.length; t++) {
    if (Number.isNaN(series[t]!)) continue
    n++
    sum += series[t]!
  }
  const mean = sum / n
  let two = 0
  let three = 0
  let four = 0
  for (let t = 0; t < series.length; t++) {
    const v = series[t]! - mean
    if (Number.isNaN(v)) continue
    two += v * v
    three += v * v * v
    four += v * v * v * v
  }
  const variance = two / n
  return {
    skewness: { value: three / n / variance ** 1.5, error: Math.sqrt(6 / n) },
    kurtosis: { value: four / n / variance ** 2 - 3, error: Math.sqrt(24 / n) }
  }
}
