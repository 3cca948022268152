export { precisionBoard, rulePrecision } from './rule-precision.ts'
