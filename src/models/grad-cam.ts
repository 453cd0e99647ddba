import * as tf from '@tensorflow/tfjs-core';

/**
 * Grad-CAM (Selvaraju et al. 2017) of every class on the last block. Behind it stand global average
 * pooling and one dense layer, so that the gradient of class c by feature k is kernel[k, c] / area
 * at every pixel: the maps are ReLU(features . kernel) / area.
 *
 * features (1, h, w, k), kernel (k, classes) -> (classes, h * w)
 */
export function gradCam(features: tf.Tensor4D, kernel: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const [, height, width, channels] = features.shape;
    const area = height * width;
    const rows = tf.reshape(features, [area, channels]) as tf.Tensor2D;
    const weighted = tf.matMul(kernel, rows, true, true); // (classes, area)
    return tf.div<tf.Tensor2D>(tf.relu(weighted), area);
  });
}
