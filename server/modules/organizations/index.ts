export { createOrganization, createSite, type NewSite } from './create-organization.ts'
export { findOrganization, listOrganizations } from './find-organization.ts'
export { findSite } from './find-site.ts'
