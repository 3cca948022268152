export { judgeFiring } from './judge-firing.ts'
export { precisionBoard, rulePrecision } from './rule-precision.ts'
export { setLabourRate } from './set-labour-rate.ts'
export { shadowReport } from './shadow-report.ts'
