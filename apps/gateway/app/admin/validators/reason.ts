import vine from '@vinejs/vine'

/** Why something was done, for whoever reads the ledger. */
export const reason = () => vine.string().trim().minLength(3).maxLength(500)

export const reasonValidator = vine.create({ reason: reason() })
