export { pullForTablet, pullInput, type Pulled, type TabletOrder } from './pull.ts'
export { takeOperations } from './push.ts'
