export { assetTree, searchAssets, type TreeNode } from './asset-tree.ts'
export { readAsset, type AssetRecord, type PointRule } from './read-asset.ts'
