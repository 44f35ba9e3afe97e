/**
 * What may be uploaded: the field of the form that carries the file, and its largest size. nginx takes a little more on
 * these routes, so that the refusal is ours.
 */
export const uploads = { avatar: { field: 'picture', limit: '5mb' } } as const

/**
 * What editors may put into the media library; `app/content/media/types.ts` knows how to tell the types. Directus
 * (`FILES_MAX_UPLOAD_SIZE`) and nginx (`NGINX_BODY_SIZE`) take a little more, so that the refusal is ours.
 */
export const media: { limit: number; largestDrawing: number; types: string[] } = {
  limit: 100_000_000,
  /** Read as a whole, to see that it only draws. */
  largestDrawing: 1_000_000,
  types: [
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/avif',
    'image/gif',
    'image/svg+xml',
    'application/pdf',
    'video/mp4',
    'video/webm',
    'audio/mpeg',
  ],
}

/** 5,000 × 5,000: more than a good camera makes, and unpacked still little enough to hold in memory. */
export const mostPixels = 25_000_000

/** Every column that names an avatar. A stored picture that none of them names is nobody's and is removed. */
export const avatarColumns = [
  { table: 'users', column: 'avatar' },
  { table: 'organizations', column: 'logo' },
] as const
