export { pullForTablet, pullInput, type Pulled, type TabletOrder } from './pull.ts'
export { takeOperations, type Answer } from './push.ts'
