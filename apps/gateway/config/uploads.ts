/**
 * What may be uploaded: the field of the form that carries the file, and its largest size. nginx takes a little more on
 * these routes, so that the refusal is ours.
 */
export const uploads = { avatar: { field: 'picture', limit: '5mb' } } as const

/** 5,000 × 5,000: more than a good camera makes, and unpacked still little enough to hold in memory. */
export const mostPixels = 25_000_000

/** Every column that names an avatar. A stored picture that none of them names is nobody's and is removed. */
export const avatarColumns = [
  { table: 'users', column: 'avatar' },
  { table: 'organizations', column: 'logo' },
] as const
