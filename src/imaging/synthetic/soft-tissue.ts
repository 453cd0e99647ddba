import { mirrored, type Point } from './curve.ts';

/** Outlines in the unit square of the film; the patient's right is on the left. */

/** Trunk with neck, shoulders and raised upper arms, going on beyond the lower and side edges. */
export const TRUNK: readonly Point[] = (() => {
  const right: Point[] = [
    [0.405, -0.08],
    [0.4, 0.03],
    [0.36, 0.08],
    [0.25, 0.108],
    [0.13, 0.112],
    [0.03, 0.15],
    [-0.1, 0.25],
    [-0.1, 0.5],
    [0.0, 0.44],
    [0.055, 0.415],
    [0.085, 0.46],
    [0.092, 0.56],
    [0.088, 0.7],
    [0.08, 0.85],
    [0.06, 1.1],
  ];
  return [...right, ...mirrored(right).reverse()];
})();

/** The patient's right lung: apex, mediastinum, diaphragm, costophrenic angle, chest wall. */
export const RIGHT_LUNG: readonly Point[] = [
  [0.36, 0.118],
  [0.406, 0.135],
  [0.435, 0.19],
  [0.442, 0.27],
  [0.442, 0.36],
  [0.437, 0.45],
  [0.423, 0.53],
  [0.415, 0.6],
  [0.421, 0.668],
  [0.397, 0.662],
  [0.338, 0.645],
  [0.275, 0.652],
  [0.216, 0.69],
  [0.178, 0.745],
  [0.16, 0.775],
  [0.152, 0.735],
  [0.151, 0.62],
  [0.16, 0.5],
  [0.18, 0.38],
  [0.216, 0.265],
  [0.261, 0.175],
  [0.311, 0.128],
];

/** The patient's left lung, indented by aortic knob, pulmonary trunk and heart. */
export const LEFT_LUNG: readonly Point[] = [
  [0.64, 0.118],
  [0.595, 0.135],
  [0.565, 0.185],
  [0.561, 0.228],
  [0.583, 0.265],
  [0.579, 0.305],
  [0.577, 0.345],
  [0.595, 0.395],
  [0.622, 0.455],
  [0.655, 0.53],
  [0.674, 0.6],
  [0.676, 0.66],
  [0.68, 0.688],
  [0.712, 0.676],
  [0.761, 0.69],
  [0.804, 0.735],
  [0.831, 0.79],
  [0.846, 0.812],
  [0.853, 0.765],
  [0.853, 0.63],
  [0.842, 0.5],
  [0.82, 0.38],
  [0.784, 0.265],
  [0.739, 0.175],
  [0.689, 0.128],
];

/** Heart and great vessels between the lungs. */
export const HEART: readonly Point[] = [
  [0.455, 0.2],
  [0.545, 0.19],
  [0.581, 0.25],
  [0.581, 0.34],
  [0.617, 0.43],
  [0.662, 0.53],
  [0.68, 0.62],
  [0.662, 0.7],
  [0.545, 0.73],
  [0.428, 0.7],
  [0.406, 0.6],
  [0.428, 0.48],
  [0.446, 0.36],
];

/** Liver, spleen and bowel under the domes of the diaphragm. */
export const ABDOMEN: readonly Point[] = [
  [0.158, 0.8],
  [0.212, 0.72],
  [0.275, 0.665],
  [0.347, 0.65],
  [0.419, 0.67],
  [0.545, 0.71],
  [0.671, 0.695],
  [0.734, 0.69],
  [0.797, 0.74],
  [0.847, 0.825],
  [0.887, 0.95],
  [0.905, 1.2],
  [0.095, 1.2],
  [0.113, 0.95],
];

/** Air in the stomach, under the left dome. */
export const GASTRIC_BUBBLE: readonly Point[] = [
  [0.626, 0.745],
  [0.68, 0.72],
  [0.739, 0.725],
  [0.77, 0.76],
  [0.743, 0.785],
  [0.68, 0.79],
  [0.635, 0.775],
];

/** Chest wall on the patient's right, just outside the lung, from above the apex down. */
export const CHEST_WALL: readonly Point[] = [
  [0.345, 0.098],
  [0.295, 0.115],
  [0.25, 0.16],
  [0.205, 0.255],
  [0.17, 0.375],
  [0.148, 0.5],
  [0.138, 0.62],
  [0.14, 0.74],
  [0.15, 0.83],
  [0.165, 0.92],
];

/** Air in the trachea, parting towards the lungs at the carina. */
export const TRACHEA: readonly Point[] = [
  [0.502, -0.05],
  [0.5, 0.1],
  [0.497, 0.2],
  [0.493, 0.285],
];
