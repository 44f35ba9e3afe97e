import { t } from '#core/language'
import { type Sentences, told } from '#ledger/sentences'

export const sentences = {
  'form.submitted': (_, { formId }) => t('events.form.submitted', { formId }),
  'content.drafted': (parties, { kind, title }) => t('events.content.drafted', { ...parties, kind, title }),
  'content.draft_discarded': (parties, { kind, title }) =>
    t('events.content.draft_discarded', { ...parties, kind, title }),
  'content.published': (parties, { kind, title }) =>
    t('events.content.published', { ...parties, kind, title }),
  'content.unpublished': (parties, { kind, title }) =>
    t('events.content.unpublished', { ...parties, kind, title }),
  'content.scheduled': (parties, { kind, title, publishAt }) =>
    t('events.content.scheduled', { ...parties, kind, title, publishAt }),
  'content.unscheduled': (parties, { kind, title }) =>
    t('events.content.unscheduled', { ...parties, kind, title }),
  'content.schedule_failed': (_, { kind, failure }) => t('events.content.schedule_failed', { kind, failure }),
  'content.restored': (parties, { kind, title }) => t('events.content.restored', { ...parties, kind, title }),
  'content.deleted': (parties, { kind, title }) => t('events.content.deleted', { ...parties, kind, title }),
  'content.preview_shared': (parties, { kind, title, expiresAt }) =>
    t('events.content.preview_shared', { ...parties, kind, title, expiresAt }),
  'post.created': (parties, { title }) => t('events.post.created', { ...parties, title }),
  'post.updated': (parties, { fields }) =>
    t('events.post.updated', { ...parties, fields: fields.join(', ') }),
  'post.deleted': told('events.post.deleted'),
  'media.uploaded': (parties, { name }) => t('events.media.uploaded', { ...parties, name }),
  'media.changed': (parties, { name }) => t('events.media.changed', { ...parties, name }),
  'media.deleted': (parties, { name }) => t('events.media.deleted', { ...parties, name }),
  'studio.seat_taken': told('events.studio.seat_taken'),
  'studio.seat_given_back': (parties) => {
    const said = t('events.studio.seat_given_back', parties)
    return said.charAt(0).toUpperCase() + said.slice(1)
  },
} satisfies Sentences
