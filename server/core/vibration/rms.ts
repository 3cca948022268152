/**
 * rmsAboutMean is the root mean square of `count` samples (at least one) about their mean, in the samples' unit: the standard deviation of
 * the whole population. An accelerometer's axis carries up to 1 g of gravity, which is no vibration and goes with the mean.
 */
export const rmsAboutMean = (count: number, sampleAt: (index: number) => number): number => {
  let sum = 0
  let squares = 0
  for (let index = 0; index < count; index += 1) {
    const value = sampleAt(index)
    sum += value
    squares += value * value
  }
  const mean = sum / count
  // Rounding can leave a constant signal a hair below zero.
  return Math.sqrt(Math.max(0, squares / count - mean * mean))
}
