export { drawContractor } from './contractor/draw.ts'
export { drawPoster } from './poster/draw.ts'
export { drawRequest } from './request/draw.ts'
export { drawStatus } from './status/draw.ts'
