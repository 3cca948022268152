export { assetTree, searchAssets, type TreeNode } from './asset-tree.ts'
export { declareMaintenance, endMaintenance, type DeclareMaintenance } from './declare-maintenance.ts'
export { readAsset, type AssetRecord, type PointRule } from './read-asset.ts'
export { saveMachineFacts, savePointFacts } from './edit-facts.ts'
