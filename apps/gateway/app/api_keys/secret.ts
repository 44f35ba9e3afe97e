import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { prefix as brand } from '#config/api_keys'

const shape = new RegExp(`^(?<prefix>${brand}[0-9a-f]{12})_[\\w-]{43}$`)

/** 256 random bits need no slow hash: nobody can try them through. */
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')

/** Compared against where nothing is found by a prefix, so that both cases cost the same. */
const nothing = hashOf('')

/** A key as only its owner sees it, and what is kept of it. */
export function newSecret() {
  const prefix = `${brand}${randomBytes(6).toString('hex')}`
  const text = `${prefix}_${randomBytes(32).toString('base64url')}`
  return { text, prefix, hash: hashOf(text) }
}

/** What a key is found by, or null for what is none. */
export const prefixOf = (text: string) => shape.exec(text)?.groups?.prefix ?? null

/** Takes as long whatever is wrong, and also where there is nothing to compare with. */
export const isSecret = (text: string, hash: string = nothing) =>
  timingSafeEqual(Buffer.from(hashOf(text)), Buffer.from(hash))
