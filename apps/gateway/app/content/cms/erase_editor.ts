import { readUsers, updateUser } from '@directus/sdk'
import type { Eraser } from '#accounts/erasure/eraser'
import { admin } from '#content/cms/client'
import { editorRole } from '#content/cms/editor'

/** Most people have no user there. One that is left to its history names nobody, cannot sign in and holds no seat. */
const eraseEditor: Eraser = async ({ id }) => {
  const [known] = await admin.request(readUsers({ fields: ['id'], filter: { id: { _eq: id } } }))
  if (!known) return
  await admin.request(
    updateUser(id, {
      status: 'suspended',
      role: editorRole,
      email: `${id}@editors.example.com`,
      first_name: null,
      last_name: null,
      title: null,
      description: null,
      location: null,
      avatar: null,
      token: null,
      external_identifier: null,
    }),
  )
}

export default eraseEditor
