import * as tf from '@tensorflow/tfjs-core';

/** size x size values, row by row -> (1, size, size, 1). Throws RangeError for another count. */
export function toSquare(values: Float32Array, size: number): tf.Tensor4D {
  if (values.length !== size * size) {
    throw new RangeError(`${values.length} values are no square of ${size} pixels`);
  }
  return tf.tensor4d(values, [1, size, size, 1]);
}
