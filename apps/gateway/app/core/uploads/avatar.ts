import { hash } from 'node:crypto'
import { avatarFolder, avatarSizes } from '#core/uploads/avatar_urls'
import { storage } from '#core/uploads/storage'

const fileOf = (avatar: string, size: number) => `${avatarFolder}/${avatar}-${size}.webp`

/**
 * Keeps a picture in every size that is shown. Its name comes from what it shows and whose it is: what stands under it
 * never changes, and who has not seen the address cannot guess it.
 *
 * @returns the name to keep beside the owner
 * @throws FieldException about the field `picture` for what is no picture or too large a one
 */
export async function keepAvatar(contents: Buffer, ownerId: string) {
  // The library behind it takes a while to load, and most of those who ask for an avatar send none.
  const { squaresOf } = await import('#core/uploads/squares')
  const squares = await squaresOf(contents, avatarSizes)
  const avatar = hash('sha256', Buffer.concat([Buffer.from(ownerId), ...squares]), 'base64url')
  await Promise.all(
    squares.map((square, index) => storage.write(fileOf(avatar, avatarSizes[index]!), square)),
  )
  return avatar
}

/** The largest picture that is kept of it, or null. */
export const readAvatar = (avatar: string) => storage.read(fileOf(avatar, Math.max(...avatarSizes)))

export async function removeAvatar(avatar: string | null) {
  if (avatar !== null) await Promise.all(avatarSizes.map((size) => storage.remove(fileOf(avatar, size))))
}
