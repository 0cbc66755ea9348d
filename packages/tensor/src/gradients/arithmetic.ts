import type { Tensor, TensorFlow } from "../TensorFlow.ts"
import { sumTo } from "./broadcast.ts"
import type { Gradient } from "./register.ts"
import { turn } from "./turn.ts"

const pair = (derive: (tf: TensorFlow, dy: Tensor, a: Tensor, b: Tensor) => readonly [() => Tensor, () => Tensor]) => {
  const gradient = (tf: TensorFlow): Gradient => ({
    inputsToSave: ["a", "b"],
    gradFunc: (dy, [a, b]) => {
      const [da, db] = derive(tf, dy as Tensor, a!, b!)
      return { a: () => sumTo(tf, da(), a!.shape), b: () => sumTo(tf, db(), b!.shape) }
    }
  })
  return gradient
}

const single = (derive: (tf: TensorFlow, dy: Tensor, x: Tensor) => Tensor) => {
  const gradient = (tf: TensorFlow): Gradient => ({
    inputsToSave: ["x"],
    gradFunc: (dy, [x]) => ({ x: () => derive(tf, dy as Tensor, x!) })
  })
  return gradient
}

/**
 * Gradient of the matrix product. Factors are turned by hand: on WebAssembly the product with a
 * `transpose` flag takes a scalar loop, three times as slow as turning and the fast product together.
 */
const matMul = (tf: TensorFlow): Gradient => ({
  inputsToSave: ["a", "b"],
  gradFunc: (dy, [a, b], { transposeA, transposeB }) => {
    const da = () => tf.matMul(dy as Tensor, transposeB === true ? b! : turn(tf, b!))
    const db = () => tf.matMul(transposeA === true ? a! : turn(tf, a!), dy as Tensor)
    return {
      a: () => sumTo(tf, transposeA === true ? turn(tf, da()) : da(), a!.shape),
      b: () => sumTo(tf, transposeB === true ? turn(tf, db()) : db(), b!.shape)
    }
  }
})

export const arithmeticGradients = (tf: TensorFlow): Readonly<Record<string, Gradient>> => ({
  BatchMatMul: matMul(tf),
  Add: pair((_, dy) => [() => dy, () => dy])(tf),
  Sub: pair(({ neg }, dy) => [() => dy, () => neg(dy)])(tf),
  Multiply: pair(({ mul }, dy, a, b) => [() => mul(dy, b), () => mul(dy, a)])(tf),
  RealDiv: pair(({ div, mul, neg, square }, dy, a, b) => [() => div(dy, b), () => neg(div(mul(dy, a), square(b)))])(tf),
  Neg: single(({ neg }, dy) => neg(dy))(tf),
  Square: single(({ mul }, dy, x) => mul(dy, mul(x, 2)))(tf),
  Exp: single(({ exp, mul }, dy, x) => mul(dy, exp(x)))(tf),
  Log: single(({ div }, dy, x) => div(dy, x))(tf),
  Sin: single(({ cos, mul }, dy, x) => mul(dy, cos(x)))(tf),
  Cos: single(({ mul, neg, sin }, dy, x) => neg(mul(dy, sin(x))))(tf)
})
