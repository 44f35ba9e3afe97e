import vine from '@vinejs/vine'

/** Six digits of an app or a recovery code; apps and people put spaces into both. */
export const code = () =>
  vine
    .string()
    .maxLength(40)
    .transform((value) => value.replace(/\s/g, ''))

export const codeValidator = vine.create({ code: code() })
