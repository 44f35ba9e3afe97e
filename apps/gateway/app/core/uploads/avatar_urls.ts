export const avatarFolder = 'avatars'

/** In pixels; the larger one also serves dense screens. */
export const avatarSizes = [64, 256] as const

/** Where the pictures of a person or an organization are, or null for one without. */
export const avatarUrls = (avatar: string | null) =>
  avatar === null
    ? null
    : { small: `/api/avatars/${avatar}-64.webp`, large: `/api/avatars/${avatar}-256.webp` }
