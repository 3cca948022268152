/** keyOf names the bytes of an attachment in the storage: by organization and id, spread over 256 folders. */
export const keyOf = (orgId: string, id: string, part: 'original' | 'shown' | 'thumb'): string => `${orgId}/${id.slice(-2)}/${id}.${part}`
