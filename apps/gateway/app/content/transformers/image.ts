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
    focus: focusOf(file),
  }
}

/** What of the picture has to stay in sight where it is cut, in percent from the left and from the top. */
export function focusOf({ width, height, focal_point_x: x, focal_point_y: y }: File) {
  if (!width || !height || x === null || y === null) return null
  return { x: Math.round((x / width) * 100), y: Math.round((y / height) * 100) }
}
