import type { File } from '#content/cms/schema'

/** A picture of the CMS. `url` takes the size as `&key=`; it changes with the picture, so it can be kept for ever. */
export function image(file: File | null) {
  if (!file) return null
  const { id, width, height, title, description, modified_on: modified } = file
  return {
    id,
    url: `/api/cms/assets/${id}?v=${Date.parse(modified)}`,
    width,
    height,
    alt: description ?? title ?? '',
  }
}
