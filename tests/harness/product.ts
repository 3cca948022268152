export { newDataFolder, removeDataFolder, startProduct, type Product } from '#server/cli/product.ts'
