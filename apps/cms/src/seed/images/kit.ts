/** The few colours of the drawings, by daylight and by night. */
export interface Palette {
  sky: string
  sun: string
  far: string
  near: string
  steel: string
  line: string
  ground: string
  box: [string, string, string]
}

export const signal = '#e8590c'
export const signalDeep = '#c2410c'
export const paper = '#faf9f6'
export const ink = '#14181f'

export const day: Palette = {
  sky: '#e8ecf1',
  sun: paper,
  far: '#d5dde6',
  near: '#b9c5d3',
  steel: '#334155',
  line: ink,
  ground: '#334155',
  box: ['#64748b', '#475569', '#94a3b8'],
}

export const night: Palette = {
  sky: ink,
  sun: '#212a36',
  far: '#1c232d',
  near: '#28323f',
  steel: '#94a3b8',
  line: '#e2e8f0',
  ground: '#28323f',
  box: ['#64748b', '#475569', '#7c8ba1'],
}

export const width = 1600
export const height = 900
/** The height of the ground in every scene. */
export const floor = 760

export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  colour: string,
  weight: number,
): string => `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${weight}"/>`

export const rect = (x: number, y: number, w: number, h: number, fill: string, rest = ''): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${rest}/>`

export const circle = (x: number, y: number, r: number, fill: string, rest = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${rest}/>`

const steps = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

/** A girder lying in the drawing: two chords with a zigzag between them. */
export function truss(
  x: number,
  y: number,
  length: number,
  depth: number,
  bays: number,
  colour: string,
): string {
  const bay = length / bays
  return [
    ...steps(bays).map((index) => {
      const left = x + index * bay
      const middle = left + bay / 2
      return line(left, y + depth, middle, y, colour, 7) + line(middle, y, left + bay, y + depth, colour, 7)
    }),
    ...steps(bays + 1).map((index) => line(x + index * bay, y, x + index * bay, y + depth, colour, 4)),
    line(x - 5, y, x + length + 5, y, colour, 14),
    line(x - 5, y + depth, x + length + 5, y + depth, colour, 14),
  ].join('')
}

/** A standing lattice: two posts, wider at the foot than at the head, crossed in every storey. */
export function leg(
  x: number,
  top: number,
  bottom: number,
  head: number,
  foot: number,
  colour: string,
): string {
  const storeys = Math.max(2, Math.round((bottom - top) / 90))
  const half = (share: number) => (head + (foot - head) * share) / 2
  const level = (share: number) => top + (bottom - top) * share
  return [
    ...steps(storeys).map((index) => {
      const [from, to] = [index / storeys, (index + 1) / storeys]
      return (
        line(x - half(from), level(from), x + half(to), level(to), colour, 5) +
        line(x + half(from), level(from), x - half(to), level(to), colour, 5) +
        line(x - half(to), level(to), x + half(to), level(to), colour, 5)
      )
    }),
    line(x - half(0), top, x - half(1), bottom, colour, 13),
    line(x + half(0), top, x + half(1), bottom, colour, 13),
    rect(x - half(1) - 22, bottom - 16, half(1) * 2 + 44, 16, colour),
  ].join('')
}

export interface Crane {
  left: number
  right: number
  /** The height of the girder's lower chord. */
  beam: number
  overhang?: number
  colour: string
}

export function crane({ left, right, beam, overhang = 130, colour }: Crane): string {
  const depth = 62
  const length = right - left + overhang * 2
  return [
    leg(left, beam, floor, 46, 110, colour),
    leg(right, beam, floor, 46, 110, colour),
    truss(left - overhang, beam - depth, length, depth, Math.round(length / 92), colour),
  ].join('')
}

/** The trolley under a girder with its two falls of rope down to what it carries. */
export function trolley(x: number, beam: number, drop: number, palette: Palette, colour = signal): string {
  return [
    line(x - 26, beam + 30, x - 26, drop - 18, palette.line, 3),
    line(x + 26, beam + 30, x + 26, drop - 18, palette.line, 3),
    rect(x - 58, beam + 7, 116, 30, colour, 'rx="3"'),
    circle(x - 36, beam + 7, 9, palette.line),
    circle(x + 36, beam + 7, 9, palette.line),
    rect(x - 62, drop - 18, 124, 10, palette.line, 'rx="2"'),
    line(x - 58, drop - 8, x - 58, drop, palette.line, 6),
    line(x + 58, drop - 8, x + 58, drop, palette.line, 6),
  ].join('')
}

export const box = { width: 150, height: 70 }

/** A container with its ribs; x and y are its upper left corner. */
export function container(x: number, y: number, fill: string, rib = 'rgba(20,24,31,.28)'): string {
  const ribs = steps(8).map((index) =>
    line(x + 19 + index * 16, y + 13, x + 19 + index * 16, y + box.height - 13, rib, 4),
  )
  return (
    rect(x, y, box.width, box.height, fill) +
    ribs.join('') +
    rect(x + 2, y + 2, box.width - 4, box.height - 4, 'none', `stroke="${rib}" stroke-width="4"`)
  )
}

/** Where a container is not, or not yet. */
export const outline = (x: number, y: number, colour: string): string =>
  rect(
    x + 3,
    y + 3,
    box.width - 6,
    box.height - 6,
    'none',
    `stroke="${colour}" stroke-width="5" stroke-dasharray="16 11"`,
  )

/** Containers on top of each other, the lowest one first. */
export const stack = (x: number, colours: string[]): string =>
  colours.map((colour, level) => container(x, floor - (level + 1) * box.height, colour)).join('')

/** Cranes and a low sun far away, so pale that they only give depth. */
export function backdrop(palette: Palette, sun: { x: number; y: number; r: number }): string {
  return [
    rect(0, 0, width, height, palette.sky),
    circle(sun.x, sun.y, sun.r, palette.sun),
    `<g opacity=".9">${distant(180, palette.far, 0.62)}${distant(1180, palette.far, 0.5)}</g>`,
    rect(0, floor - 46, width, 46, palette.far),
  ].join('')
}

function distant(x: number, colour: string, scale: number): string {
  const drawing = crane({ left: 0, right: 420, beam: 320, colour })
  return `<g transform="translate(${x} ${floor * (1 - scale)}) scale(${scale})">${drawing}</g>`
}

/** The quay: a slab, the rail on it, and sleepers. */
export function quay(palette: Palette): string {
  return [
    rect(0, floor, width, height - floor, palette.ground),
    rect(0, floor, width, 10, palette.steel),
    ...steps(27).map((index) => rect(index * 60 + 12, floor + 22, 34, 8, palette.sky, 'opacity=".22"')),
  ].join('')
}

export function picture(content: string[], size = { width, height }): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" stroke-linecap="square">${content.join('')}</svg>`
}
