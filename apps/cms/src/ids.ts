import { createHash } from 'node:crypto'

/**
 * The same UUID for the same key on every machine, so that applying twice finds what it made (a version 8 UUID, RFC 9562).
 *
 * @param key a name that is unique in the whole content, such as `post:one-door`
 */
export function stableId(key: string): string {
  const bytes = createHash('sha256').update(`gantry:${key}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The role the gateway gives to the Directus user of an editor. */
export const editorRoleId = stableId('role:editor')
export const editorPolicyId = stableId('policy:editor')

/** The role of somebody who makes drafts and publishes nothing. */
export const writerRoleId = stableId('role:writer')
export const writerPolicyId = stableId('policy:writer')

/** The role of an editor who has a Studio seat. */
export const studioRoleId = stableId('role:studio')
export const studioPolicyId = stableId('policy:studio')

export const readerRoleId = stableId('role:reader')
export const readerPolicyId = stableId('policy:reader')
/** The user behind READER_TOKEN, as whom the gateway reads public content. */
export const readerUserId = stableId('user:reader')
