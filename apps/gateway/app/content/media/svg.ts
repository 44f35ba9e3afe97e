import { SaxesParser, type SaxesTagNS } from 'saxes'
import { type FieldKey, t } from '#core/language'

/** Elements that draw. Scripts, links, animations of links and foreign documents are not among them. */
const drawing = new Set(
  `svg g defs symbol use title desc metadata style path rect circle ellipse line polyline polygon text tspan textPath
  image marker pattern clipPath mask linearGradient radialGradient stop filter feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
  feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence view switch`.split(/\s+/),
)

const svgNamespace = 'http://www.w3.org/2000/svg'

/** What drawing programs note for themselves; browsers make nothing of it. */
const notes = [
  'http://www.inkscape.org/namespaces/inkscape',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://purl.org/dc/elements/1.1/',
]

const inside = /^(?:#|data:image\/(?:png|jpeg|webp|gif);base64,)/

/** Style that fetches or runs something; escapes can spell anything, so there are none. */
const reachingOut = /@import|expression\s*\(|javascript:|\\|url\(\s*(?!\s*['"]?#)/i

/**
 * Why a drawing cannot be taken, or nothing. It is judged by a list of what is harmless and not changed: half a drawing
 * would be a surprise.
 */
export function problemIn(source: string): string | undefined {
  const parser = new SaxesParser({ xmlns: true })
  let problem: string | undefined
  const refuse = (key: FieldKey, name = '') => (problem ??= t(`fields.${key}`, { name }))
  let depth = 0
  let styled = 0

  parser.on('error', () => refuse('drawing_damaged'))
  parser.on('doctype', (text) => {
    if (text.includes('[')) refuse('drawing_entities')
  })
  parser.on('processinginstruction', ({ target }) => refuse('drawing_instruction', target))
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (depth === 0 && tag.local !== 'svg') refuse('drawing_none')
    depth += 1
    if (tag.local === 'style') styled += 1
    const isNote = notes.includes(tag.uri)
    if (!isNote && !(tag.uri === svgNamespace && drawing.has(tag.local))) refuse('drawing_element', tag.name)
    for (const { local, value } of Object.values(tag.attributes)) {
      if (/^on/i.test(local)) refuse('drawing_script', local)
      if (/^(?:href|src)$/i.test(local) && !isNote && !inside.test(value.trim()))
        refuse('drawing_reaches_out')
      if (reachingOut.test(value) && !isNote && !/^(?:href|src)$/i.test(local)) refuse('drawing_reaches_out')
    }
  })
  parser.on('closetag', ({ local }) => {
    depth -= 1
    if (local === 'style') styled -= 1
  })
  for (const event of ['text', 'cdata'] as const) {
    parser.on(event, (text) => {
      if (styled > 0 && reachingOut.test(text)) refuse('drawing_style_reaches_out')
    })
  }
  try {
    parser.write(source).close()
  } catch {
    refuse('drawing_damaged')
  }
  return problem
}
