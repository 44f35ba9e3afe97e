import {
  backdrop,
  box,
  circle,
  container,
  crane,
  day,
  floor,
  leg,
  line,
  night,
  outline,
  paper,
  picture,
  quay,
  rect,
  signal,
  stack,
  trolley,
  truss,
  type Palette,
} from './kit.ts'

const shades = ({ box: [a, b, c] }: Palette) => ({ a, b, c })

function yard(): string {
  const { a, b, c } = shades(day)
  return picture([
    backdrop(day, { x: 1130, y: 430, r: 250 }),
    stack(330, [a, b, c]),
    stack(500, [b, a]),
    stack(920, [c, b, a]),
    stack(1090, [a, c]),
    crane({ left: 250, right: 1330, beam: 260, overhang: 150, colour: day.steel }),
    trolley(745, 260, 430, day),
    container(745 - box.width / 2, 430, signal),
    outline(745 - box.width / 2, floor - box.height, day.steel),
    quay(day),
  ])
}

function oneDoor(): string {
  const { a, b, c } = shades(night)
  const wall = [0, 1, 2, 3, 4].map((index) => truss(-60, 190 + index * 114, 730, 114, 8, night.near)).join('')
  const mirrored = [0, 1, 2, 3, 4]
    .map((index) => truss(930, 190 + index * 114, 730, 114, 8, night.near))
    .join('')
  return picture([
    rect(0, 0, 1600, 900, night.sky),
    circle(800, 520, 330, night.sun),
    wall,
    mirrored,
    leg(655, 250, floor, 56, 70, night.steel),
    leg(945, 250, floor, 56, 70, night.steel),
    truss(600, 188, 400, 62, 5, night.steel),
    rect(700, 300, 200, floor - 300, signal),
    rect(724, 324, 152, floor - 324, night.sky),
    container(725, floor - box.height, paper),
    stack(60, [a, b]),
    stack(230, [b]),
    stack(400, [c]),
    quay(night),
  ])
}

function oneTruth(): string {
  const { a, b, c } = shades(day)
  const columns = [150, 510, 870, 1230]
  return picture([
    backdrop(day, { x: 380, y: 400, r: 230 }),
    ...columns.map((x) => rect(x - 20, floor - 22, box.width + 120, 22, day.near)),
    stack(190, [a, a, a, a]),
    stack(550, [b, b, b]),
    stack(910, [c, c, c]),
    stack(1270, [a, b]),
    outline(550, floor - 4 * box.height, day.steel),
    outline(910, floor - 4 * box.height, day.steel),
    outline(1270, floor - 3 * box.height, day.steel),
    container(190, floor - 5 * box.height, signal),
    ...[550, 910, 1270].map((x, index) =>
      arrow(
        190 + box.width + 14,
        floor - 4.5 * box.height,
        x + box.width / 2,
        floor - (index === 2 ? 3 : 4) * box.height - 14,
        day.steel,
      ),
    ),
    quay(day),
  ])
}

/** A line that runs level and then drops onto its target. */
function arrow(x1: number, y1: number, x2: number, y2: number, colour: string): string {
  return (
    line(x1, y1, x2, y1, colour, 5) +
    line(x2, y1, x2, y2 - 10, colour, 5) +
    `<path d="M${x2 - 13} ${y2 - 20} L${x2} ${y2} L${x2 + 13} ${y2 - 20}" fill="none" stroke="${colour}" stroke-width="5"/>`
  )
}

function lostWebhooks(): string {
  const { a, b } = shades(night)
  const places = [90, 300, 510, 720, 930, 1140, 1350]
  return picture([
    backdrop(night, { x: 800, y: 430, r: 270 }),
    truss(-40, floor - 96, 1680, 56, 20, night.near),
    ...places.map((x, index) =>
      index === 3
        ? outline(x, floor - 96 - box.height, night.steel)
        : container(x, floor - 96 - box.height, index % 2 ? b : a),
    ),
    crane({ left: 470, right: 1130, beam: 240, overhang: 170, colour: night.steel }),
    trolley(795, 240, 400, night),
    container(720, 400, signal),
    line(795, 492, 795, 560, night.line, 4),
    `<path d="M780 546 L795 566 L810 546" fill="none" stroke="${night.line}" stroke-width="4"/>`,
    quay(night),
  ])
}

function stale(): string {
  const { a, b, c } = shades(day)
  return picture([
    backdrop(day, { x: 1180, y: 400, r: 220 }),
    `<g opacity=".42" stroke-dasharray="20 14">${crane({ left: 860, right: 1420, beam: 270, overhang: 110, colour: day.steel })}</g>`,
    stack(180, [a, b, c]),
    stack(350, [b, c]),
    stack(520, [c]),
    rect(170, floor - 3 * box.height - 130, 12, 130, day.steel),
    lamp(176, floor - 3 * box.height - 150),
    container(350, floor - 3 * box.height, signal),
    outline(1065, floor - box.height, day.steel),
    quay(day),
  ])
}

const lamp = (x: number, y: number) =>
  circle(x, y, 60, signal, 'opacity=".16"') +
  circle(x, y, 34, signal, 'opacity=".3"') +
  circle(x, y, 17, signal)

function drafts(): string {
  const { a, b, c } = shades(night)
  return picture([
    backdrop(night, { x: 480, y: 420, r: 250 }),
    stack(300, [a, b, a]),
    stack(725, [b, c]),
    stack(1150, [c, a, b]),
    outline(725, floor - 3 * box.height, night.steel),
    crane({ left: 210, right: 1390, beam: 230, overhang: 120, colour: night.steel }),
    trolley(800, 230, 360, night),
    outline(725, 360, signal),
    ...[0, 1, 2].map((row) => line(758, 383 + row * 14, 842 - row * 16, 383 + row * 14, signal, 5)),
    quay(night),
  ])
}

function sessions(): string {
  const tracks = [300, 390, 480, 570, 660]
  return picture([
    rect(0, 0, 1600, 900, day.sky),
    circle(800, 450, 300, day.sun),
    ...tracks.map((y) => line(0, y, 1600, y, day.near, 10)),
    ...tracks.flatMap((y, row) =>
      [0, 1, 2, 3, 4].map((column) => {
        const x = ((column * 330 + row * 190) % 1650) - 60
        return rect(
          x,
          y - 26,
          92,
          30,
          row === 2 && column === 2 ? 'none' : day.box[(row + column) % 3]!,
          'rx="3"',
        )
      }),
    ),
    leg(620, 214, floor, 46, 84, day.steel),
    leg(980, 214, floor, 46, 84, day.steel),
    truss(500, 152, 600, 62, 7, day.steel),
    rect(776, 448, 120, 38, signal, 'rx="3"'),
    rect(790, 221, 20, 61, signal),
    circle(800, 296, 20, signal),
    quay(day),
  ])
}

function ledger(): string {
  const { a, b } = shades(night)
  const rows = [0, 1, 2, 3, 4]
  return picture([
    backdrop(night, { x: 1150, y: 380, r: 240 }),
    ...rows.map((row) =>
      [0, 1, 2, 3]
        .map((column) => container(470 + column * 166, floor - (row + 1) * box.height, row % 2 ? a : b))
        .join(''),
    ),
    crane({ left: 330, right: 1270, beam: 200, overhang: 150, colour: night.steel }),
    trolley(545, 200, 330, night),
    container(470, 330, signal),
    outline(636, 340, night.near),
    quay(night),
  ])
}

function lattice(): string {
  return picture([
    rect(0, 0, 1600, 900, day.sky),
    circle(800, 450, 330, day.sun),
    truss(-80, 90, 1760, 190, 8, day.near),
    truss(-80, 620, 1760, 190, 8, day.near),
    leg(420, -40, 940, 210, 210, day.steel),
    leg(1180, -40, 940, 210, 210, day.steel),
    truss(-80, 345, 1760, 210, 9, day.steel),
    ...[420, 1180].flatMap((x) => [
      circle(x - 105, 345, 20, signal),
      circle(x + 105, 345, 20, signal),
      circle(x - 105, 555, 20, signal),
      circle(x + 105, 555, 20, signal),
    ]),
  ])
}

function plan(): string {
  const rows = [170, 270, 370, 530, 630, 730]
  return picture([
    rect(0, 0, 1600, 900, night.sky),
    line(0, 120, 1600, 120, night.near, 8),
    line(0, 820, 1600, 820, night.near, 8),
    ...rows.flatMap((y, row) =>
      [0, 1, 2, 3, 4, 5, 6, 7].flatMap((column) =>
        (row * 5 + column * 3) % 7 === 0
          ? []
          : [container(90 + column * 184, y - 35, night.box[(row + column) % 3]!)],
      ),
    ),
    rect(704, 60, 26, 780, night.steel),
    rect(870, 60, 26, 780, night.steel),
    ...[90, 810].map((y) => rect(664, y - 18, 272, 36, night.steel)),
    rect(690, 412, 220, 76, signal, 'rx="4"'),
    circle(800, 450, 20, night.sky),
  ])
}

export const scenes = {
  yard: yard(),
  lattice: lattice(),
  plan: plan(),
  'one-door': oneDoor(),
  'one-truth-per-fact': oneTruth(),
  'lost-webhooks': lostWebhooks(),
  'stale-beats-down': stale(),
  'drafts-are-versions': drafts(),
  'quiet-sessions': sessions(),
  'what-a-ledger-is-for': ledger(),
}
