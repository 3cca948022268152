import { listAssetsOperation } from './assets.ts'
import { readBatchOperation } from './batches.ts'
import type { Operation } from './operation.ts'
import { postReadingsOperation } from './readings-operation.ts'
import { listWorkOrdersOperation } from './work-orders.ts'

/** OPERATIONS is the table of contents of what machines can ask for. */
export const OPERATIONS: readonly Operation[] = [postReadingsOperation, readBatchOperation, listWorkOrdersOperation, listAssetsOperation]
