import vine from '@vinejs/vine'

const name = () => vine.string().maxLength(64)

export const purgeValidator = vine.create({
  events: vine
    .array(
      vine.object({
        collection: name(),
        event: vine.enum(['create', 'update', 'delete']),
        keys: vine.array(name()).maxLength(10_000),
      }),
    )
    .maxLength(1_000),
})
