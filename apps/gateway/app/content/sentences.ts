import type { Sentences } from '#ledger/sentences'

export const sentences = {
  'form.submitted': (_, { formId }) => `A visitor filled in the form “${formId}”.`,
  'post.created': ({ who }, { title }) => `${who} published the post “${title}”.`,
  'post.updated': ({ who }, { fields }) => `${who} changed a post: ${fields.join(', ')}.`,
  'post.deleted': ({ who }) => `${who} deleted a post.`,
  'studio.seat_taken': ({ who }) => `${who} took a seat of the Studio.`,
  'studio.seat_given_back': ({ whose }) =>
    `${whose.charAt(0).toUpperCase()}${whose.slice(1)} seat of the Studio is free again.`,
} satisfies Sentences
