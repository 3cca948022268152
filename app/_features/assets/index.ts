export { AssetPage } from './components/asset-page.tsx'
export { AssetTree } from './components/asset-tree.tsx'
