import type { Blocks, FormField, PageBlock } from '#content/cms/schema'
import { toHtml } from '#content/markdown'
import { image } from '#content/transformers/image'
import { type PostSummary, summary } from '#content/transformers/post_summary_transformer'

const actions = (actions: Blocks['block_hero']['actions']) =>
  (actions ?? []).map(({ label, href, variant }) => ({ label, href, variant: variant ?? 'primary' }))

export const choices = (options: FormField['options']) =>
  (options ?? '')
    .split(',')
    .map((option) => option.trim())
    .filter(Boolean)

const formField = ({ name, label, type, required, help, options, autocomplete }: FormField) => ({
  name,
  label,
  type,
  required: required ?? false,
  help: help ?? null,
  options: choices(options),
  autocomplete: autocomplete ?? null,
})

/** One block of a page. `posts` are those that a block of posts shows. Null: a form that was deleted. */
export function block({ id, collection, item }: PageBlock, posts: PostSummary[]) {
  switch (collection) {
    case 'block_hero': {
      const { eyebrow, title, text } = item
      return {
        id,
        type: 'hero' as const,
        eyebrow,
        title,
        text,
        image: image(item.image),
        actions: actions(item.actions),
      }
    }
    case 'block_rich_text':
      return { id, type: 'rich_text' as const, title: item.title, body: toHtml(item.body) }
    case 'block_features': {
      const items = (item.items ?? []).map(({ icon, title, text, href }) => ({
        icon,
        title,
        text,
        href: href ?? null,
      }))
      return { id, type: 'features' as const, title: item.title, text: item.text, items }
    }
    case 'block_gallery': {
      const images = item.images.flatMap(({ file, caption }) => {
        const picture = image(file)
        return picture ? [{ ...picture, caption }] : []
      })
      return { id, type: 'gallery' as const, title: item.title, text: item.text, images }
    }
    case 'block_posts':
      return { id, type: 'posts' as const, title: item.title, text: item.text, posts: posts.map(summary) }
    case 'block_pricing':
      return { id, type: 'pricing' as const, title: item.title, text: item.text, footnote: item.footnote }
    case 'block_form': {
      if (!item.form) return null
      const {
        id: formId,
        name,
        fields,
        submit_label: submitLabel,
        success_message: successMessage,
      } = item.form
      const form = { id: formId, name, fields: (fields ?? []).map(formField), submitLabel, successMessage }
      return { id, type: 'form' as const, title: item.title, text: item.text, form }
    }
    case 'block_cta':
      return {
        id,
        type: 'cta' as const,
        title: item.title,
        text: item.text,
        tone: item.tone,
        actions: actions(item.actions),
      }
  }
}
