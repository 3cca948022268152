export { CHROMIUM_FLAGS, chromiumPath } from '#server/cli/screens/chromium.ts'
