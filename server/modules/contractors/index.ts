export { listContractorLinks, makeContractorLink, revokeContractorLink } from './links.ts'
export { noteLinkUsed, withLink, type OpenLink } from './open-link.ts'
