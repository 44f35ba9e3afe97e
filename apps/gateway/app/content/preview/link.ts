import encryption from '@adonisjs/core/services/encryption'
import { DateTime } from 'luxon'
import User from '#accounts/models/user'
import { can } from '#accounts/roles'
import { PreviewEndedException } from '#content/exceptions/entry_exceptions'
import type { Kind } from '#content/validators/entry'

const purpose = 'preview-link'

interface Shared {
  kind: Kind
  id: string
  /** Whoever shares it: what they may not see any more, nobody sees by it. */
  by: string
}

/** A secret that shows one entry until it expires. It is kept nowhere: it says everything itself, sealed by the key of the application. */
export function previewLink({ kind, id, by }: Shared, hours: number) {
  const expiresAt = DateTime.utc().plus({ hours })
  return { secret: encryption.encrypt({ kind, id, by }, hours * 3_600_000, purpose), expiresAt }
}

/** @throws PreviewEndedException for one that has expired, was changed, or comes from somebody who may not look any more */
export async function openPreviewLink(secret: string) {
  const shared = encryption.decrypt<Shared>(secret, purpose)
  const person = shared && (await User.find(shared.by))
  if (!shared || !person || person.disabledAt || !can(person, 'content.read'))
    throw new PreviewEndedException()
  return { kind: shared.kind, id: shared.id, person }
}
