/** In characters. Length is what counts; so there are no rules about which kinds of characters. */
export const minimumLength: 10
export const maximumLength: 128

/** Whose password it is to be, as far as that is known. */
export interface Person {
  email?: string | null
  fullName?: string | null
}

export type Weakness = 'short' | 'long' | 'common' | 'personal'

/** Why a password is refused, or null for one that is taken. */
export function weaknessOf(password: string, person?: Person): Weakness | null

/** What to tell a person about it; a whole sentence or two. */
export const sentences: Record<Weakness, string>
