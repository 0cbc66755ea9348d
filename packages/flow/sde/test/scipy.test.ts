import { spawnSync } from "node:child_process"
import { describe, expect, it } from "vitest"
import {
  linearTransition,
  meanVelocity,
  meanVelocityOf,
  normalDistribution,
  simulate,
  symmetricEigen,
  type Term
} from "../src/index.ts"
import { law } from "./laws.ts"

/** What a Python program prints as JSON. */
const python = (program: string, input: unknown): { readonly [name: string]: ReadonlyArray<number> } => {
  const { status, stderr, stdout } = spawnSync("python3", ["-c", program], {
    encoding: "utf8",
    input: JSON.stringify(input)
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as { readonly [name: string]: ReadonlyArray<number> }
}

const hasScipy = spawnSync("python3", ["-c", "import numpy, scipy"]).status === 0

/** sin or cos as NumPy writes it; the spaces of this test have no powers. */
const expressionOf = ({ part, wave }: Term): string =>
  wave.every((m) => m === 0) ? "1 + 0 * x[0]" : `np.${part}(${wave.map((m, k) => `${m} * x[${k}]`).join(" + ")})`

describe.skipIf(!hasScipy)("SciPy", () => {
  it("agrees on normal probabilities, eigenvalues and linear flows", () => {
    const points = [-8, -3.1, -2.9, -0.4, 0, 1.3, 2.999, 3.001, 6]
    const symmetric = [4, 1, -0.5, 1, 3, 0.25, -0.5, 0.25, 1]
    const [a, c, d] = [
      [-0.4, 1.2, -0.9, -0.1],
      [0.3, -0.2],
      [0.5, 0.2, 0.2, 0.3]
    ]
    const theirs = python(
      `import json, sys, numpy as np
from scipy import stats, linalg, integrate
i = json.load(sys.stdin)
A = np.array(i["a"]).reshape(2, 2); D = np.array(i["d"]).reshape(2, 2); c = np.array(i["c"])
f = lambda s: (linalg.expm(A * s) @ D @ linalg.expm(A.T * s)).ravel()
cov = integrate.quad_vec(f, 0, 0.7, epsabs=1e-13)[0]
off = integrate.quad_vec(lambda s: linalg.expm(A * s) @ c, 0, 0.7, epsabs=1e-13)[0]
print(json.dumps({"p": list(stats.norm.cdf(i["points"])), "eig": list(linalg.eigvalsh(np.array(i["s"]).reshape(3, 3))),
 "prop": list(linalg.expm(A * 0.7).ravel()), "cov": list(cov), "off": list(off)}))`,
      { points, s: symmetric, a, c, d }
    )
    for (const [i, z] of points.entries()) expect(normalDistribution(z) / theirs["p"]![i]!).toBeCloseTo(1, 10)
    for (const [i, value] of symmetricEigen(symmetric, 3).values.entries())
      expect(value).toBeCloseTo(theirs["eig"]![i]!, 12)
    const ours = linearTransition(a, c, d, 0.7)
    for (const [name, values] of [
      ["prop", ours.propagator],
      ["cov", ours.covariance],
      ["off", ours.offset]
    ] as const)
      for (const [i, value] of values.entries()) expect(value).toBeCloseTo(theirs[name]![i]!, 10)
  })

  it("agrees on the mean velocity, from the stationary Fokker–Planck equation on a grid", () => {
    const cases = [
      [0.5, 0.2],
      [0.9, 0.05],
      [1.2, 0.3],
      [-1.5, 1]
    ] as const
    const { v } = python(
      `import json, sys, numpy as np
out = []
for i, g in json.load(sys.stdin):
    n = 400; k = np.fft.fftfreq(n, 1 / n); x = 2 * np.pi * np.arange(n) / n
    F = np.fft.fft(np.eye(n), axis=0) / n; B = np.fft.ifft(np.eye(n), axis=0) * n
    d = np.real(B @ np.diag(1j * k) @ F)
    L = d @ (np.diag(-(i - np.sin(x)))) + g * d @ d
    L[0] = 1.0; b = np.zeros(n); b[0] = 1.0
    p = np.linalg.solve(L, b); out.append(float(np.sum(p * (i - np.sin(x)))))
print(json.dumps({"v": out}))`,
      cases
    )
    for (const [i, [bias, gamma]] of cases.entries()) expect(meanVelocity(bias, gamma)).toBeCloseTo(v![i]!, 6)
  })

  it("simulates the same law to the same mean velocity, by a scheme of its own", () => {
    const l = law(
      "phi1' = 1.3 - sin(phi1) + 0.25 sin(phi2 - phi1); phi2' = 0.9 - sin(phi2) - 0.25 sin(phi2 - phi1); noise 0.4"
    )
    const drift = l.drift.map((sum) => sum.map(({ term, value }) => `${value} * (${expressionOf(term)})`).join(" + "))
    const { e, v } = python(
      `import json, sys, numpy as np
f = json.load(sys.stdin); r = np.random.default_rng(1); x = np.zeros((2, 400)); h = 0.01; s = np.sqrt(0.4 * h)
F = [compile(t, "drift", "eval") for t in f]
def drift(x): return np.array([eval(c, {"np": np, "x": x}) for c in F])
start = x
for t in range(6000):
    if t == 1000: start = x.copy()
    x = x + h * drift(x) + s * r.standard_normal(x.shape)
d = (x - start) / 50
print(json.dumps({"v": list(d.mean(1)), "e": list(d.std(1) / 20)}))`,
      drift
    )
    const run = simulate(l, { interval: 0.2, substeps: 5, samples: 60_000, discard: 20, seed: "second opinion" })
    for (const k of [0, 1]) {
      const { error, value } = meanVelocityOf(run, k)
      // Euler's scheme, which theirs is, is off by about its step.
      expect(Math.abs(value - v![k]!)).toBeLessThan(4 * Math.hypot(error, e![k]!) + 0.005)
    }
  })
})
