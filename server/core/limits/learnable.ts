import type { MeasureKind } from '../condition/measure/schema.ts'

const LEARNABLE: readonly MeasureKind[] = ['value', 'rate', 'deviation', 'noise', 'clipping']

/** isLearnable tells whether limits can be learnt for a measure: one whose numbers can be read off a single point. */
export const isLearnable = (measure: { readonly kind: MeasureKind }): boolean => LEARNABLE.includes(measure.kind)
