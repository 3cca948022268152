export { judgeFiring } from './judge-firing.ts'
export { precisionBoard, rulePrecision } from './rule-precision.ts'
export { shadowReport } from './shadow-report.ts'
