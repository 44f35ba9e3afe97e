// Plain JavaScript with its types beside it: the gateway compiles within its own folder, and a browser takes it as it is.
import { commonPasswords } from './common_passwords.js'

export const minimumLength = 10
export const maximumLength = 128

/** Characters that have to remain of a password without its owner's name and address. */
const minimumOfItsOwn = 8

export const sentences = {
  short: `Please use at least ${minimumLength} characters.`,
  long: `Please use at most ${maximumLength} characters.`,
  common: 'This password is too common. Please choose another one.',
  personal: 'Too much of this is your own name or address. Please choose something that nobody would guess.',
}

/** A common word and a few digits or signs behind it: "summer2031!", "welcome-1". */
const tail = /[^a-z]{1,6}$/
const words = new Set(
  [...commonPasswords].map((common) => common.replace(tail, '')).filter((word) => /^[a-z]{5,}$/.test(word)),
)

/** One to three characters over and over. */
const repetition = /^(.{1,3})\1+.{0,2}$/u

const isCommon = (password) =>
  commonPasswords.has(password) || words.has(password.replace(tail, '')) || repetition.test(password)

/** The parts of a name or an address that are long enough to be recognised in a password. */
const partsOf = ({ email, fullName }) =>
  `${email ?? ''} ${fullName ?? ''}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= 4)
    .sort((one, other) => other.length - one.length)

function isPersonal(password, person) {
  const parts = partsOf(person)
  const rest = parts.reduce((left, part) => left.replaceAll(part, ''), password)
  return rest.length < password.length && rest.length < minimumOfItsOwn
}

export function weaknessOf(password, person = {}) {
  if (password.length < minimumLength) return 'short'
  if (password.length > maximumLength) return 'long'
  const lower = password.toLowerCase()
  if (isCommon(lower)) return 'common'
  return isPersonal(lower, person) ? 'personal' : null
}
