import {
  editorPolicyId,
  editorRoleId,
  readerPolicyId,
  readerRoleId,
  readerUserId,
  stableId,
  studioPolicyId,
  studioRoleId,
  writerPolicyId,
  writerRoleId,
} from './ids.ts'
import { collections } from './schema/index.ts'

const actions = ['create', 'read', 'update', 'delete'] as const
type Action = (typeof actions)[number]

/** What one policy may do with one collection. Directus' Core tier knows no rules by row or field, so there are none. */
export interface Permission {
  policy: string
  collection: string
  action: Action
  fields: ['*']
  permissions: null
  validation: null
  presets: null
}

const internal = ['form_submissions', 'seeds']

/** Everything the public site may show. A row in one of these is published; drafts are versions. */
export const publicCollections = collections
  .map(({ name }) => name)
  .filter((name) => !internal.includes(name))

export const roles = [
  {
    id: editorRoleId,
    name: 'Editor',
    icon: 'edit',
    description: 'Edits content through the gateway; no Studio seat',
  },
  {
    id: studioRoleId,
    name: 'Studio editor',
    icon: 'edit_note',
    description: 'An editor who may open the Studio as well; takes a seat',
  },
  {
    id: writerRoleId,
    name: 'Writer',
    icon: 'draw',
    description: 'Makes drafts through the gateway and publishes nothing; no Studio seat',
  },
  {
    id: readerRoleId,
    name: 'Reader',
    icon: 'visibility',
    description: 'The gateway, reading public content',
  },
]

const apiOnly = { admin_access: false, app_access: false, enforce_tfa: false, ip_access: null }

export const policies = [
  { id: editorPolicyId, name: 'Editor', icon: 'edit', description: null, ...apiOnly },
  { id: writerPolicyId, name: 'Writer', icon: 'draw', description: null, ...apiOnly },
  { id: readerPolicyId, name: 'Reader', icon: 'visibility', description: null, ...apiOnly },
  {
    id: studioPolicyId,
    name: 'Studio',
    icon: 'edit_note',
    description: 'Opens the Studio; what may be done there, other policies say',
    ...apiOnly,
    app_access: true,
  },
]

export const access = [
  { id: stableId('access:editor'), role: editorRoleId, user: null, policy: editorPolicyId, sort: 1 },
  { id: stableId('access:studio'), role: studioRoleId, user: null, policy: studioPolicyId, sort: 1 },
  { id: stableId('access:studio-editor'), role: studioRoleId, user: null, policy: editorPolicyId, sort: 2 },
  { id: stableId('access:writer'), role: writerRoleId, user: null, policy: writerPolicyId, sort: 1 },
  { id: stableId('access:reader'), role: readerRoleId, user: null, policy: readerPolicyId, sort: 1 },
]

export const reader = {
  id: readerUserId,
  first_name: 'Gateway',
  last_name: 'Reader',
  role: readerRoleId,
  status: 'active',
}

export const permissions: Permission[] = [
  ...allow(readerPolicyId, [...publicCollections, 'directus_files'], ['read']),
  ...allow(editorPolicyId, [...publicCollections, 'directus_files', 'directus_folders'], actions),
  ...allow(editorPolicyId, ['directus_versions'], actions),
  ...allow(writerPolicyId, [...publicCollections, 'directus_files', 'directus_folders'], ['read']),
  ...allow(writerPolicyId, ['directus_files'], ['create', 'update', 'delete']),
  ...allow(writerPolicyId, ['directus_versions'], actions),
  ...allow(writerPolicyId, ['directus_revisions'], ['read']),
  ...allow(editorPolicyId, ['directus_revisions', 'form_submissions'], ['read']),
]

function allow(policy: string, names: string[], allowed: readonly Action[]): Permission[] {
  return names.flatMap((collection) =>
    allowed.map((action) => ({
      policy,
      collection,
      action,
      fields: ['*'],
      permissions: null,
      validation: null,
      presets: null,
    })),
  )
}
