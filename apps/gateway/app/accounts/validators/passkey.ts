import vine from '@vinejs/vine'

const name = () => vine.string().trim().minLength(1).maxLength(60)
const binary = (length: number) =>
  vine
    .string()
    .maxLength(length)
    .regex(/^[\w-]+$/)
const params = () => vine.object({ id: vine.string().uuid() })

export const newPasskeyValidator = vine.create({
  name: name(),
  credential: vine.object({
    id: binary(1_400),
    rawId: binary(1_400),
    response: vine.object({ clientDataJSON: binary(4_000), attestationObject: binary(16_000) }),
  }),
})

export const passkeyProofValidator = vine.create({
  credential: vine.object({
    id: binary(1_400),
    rawId: binary(1_400),
    response: vine.object({
      clientDataJSON: binary(4_000),
      authenticatorData: binary(4_000),
      signature: binary(8_000),
      userHandle: binary(100).optional(),
    }),
  }),
})

export const passkeyValidator = vine.create({ params: params() })

export const passkeyNameValidator = vine.create({ params: params(), name: name() })
