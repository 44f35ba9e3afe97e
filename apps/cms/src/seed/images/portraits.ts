import { circle, ink, paper, picture, rect, signal, signalDeep } from './kit.ts'

interface Portrait {
  ground: string
  coat: string
  skin: string
  /** What lies behind the head, and what lies on it. */
  behind: string[]
  before: string[]
}

const portrait = ({ ground, coat, skin, behind, before }: Portrait) =>
  picture(
    [
      rect(0, 0, 512, 512, ground),
      `<path d="M60 512 C60 410 150 380 256 380 C362 380 452 410 452 512 Z" fill="${coat}"/>`,
      ...behind,
      `<path d="M212 300 h88 v84 a44 44 0 0 1 -88 0 Z" fill="${skin}"/>`,
      `<path d="M212 336 h88 v22 a70 60 0 0 1 -88 0 Z" fill="${ink}" opacity=".15"/>`,
      rect(172, 130, 168, 214, skin, 'rx="84"'),
      ...before,
    ],
    { width: 512, height: 512 },
  )

export const portraits = {
  'mara-lindqvist': portrait({
    ground: '#cbd5e1',
    coat: '#334155',
    skin: '#f0d3bd',
    behind: [`<path d="M136 226 C136 120 190 84 256 84 C322 84 376 120 376 226 V344 H136 Z" fill="${ink}"/>`],
    before: [
      `<path d="M168 216 C168 130 210 112 256 112 C302 112 344 130 344 216 C300 200 262 186 236 150 C226 182 200 204 168 216 Z" fill="${ink}"/>`,
      `<path d="M190 404 L256 470 L322 404 L300 382 L256 426 L212 382 Z" fill="${paper}"/>`,
      circle(222, 244, 7, ink),
      circle(290, 244, 7, ink),
      `<path d="M236 296 Q256 312 276 296" fill="none" stroke="${signalDeep}" stroke-width="6" stroke-linecap="round"/>`,
      circle(168, 288, 9, signal),
      circle(344, 288, 9, signal),
    ],
  }),
  'tomas-reyes': portrait({
    ground: '#1e2630',
    coat: '#94a3b8',
    skin: '#c48f68',
    behind: [],
    before: [
      `<path d="M172 236 V262 C172 318 210 348 256 348 C302 348 340 318 340 262 V236 C332 286 306 290 256 290 C206 290 180 286 172 236 Z" fill="#3b2a22"/>`,
      `<path d="M230 304 h52" stroke="#c48f68" stroke-width="8" stroke-linecap="round"/>`,
      `<path d="M148 190 C148 110 196 78 256 78 C316 78 364 110 364 190 Z" fill="${signal}"/>`,
      rect(240, 66, 32, 124, signalDeep, 'rx="10"'),
      rect(128, 182, 256, 24, signal, 'rx="12"'),
      circle(218, 236, 24, 'none', `stroke="${ink}" stroke-width="7"`),
      circle(294, 236, 24, 'none', `stroke="${ink}" stroke-width="7"`),
      `<path d="M242 234 h28" stroke="${ink}" stroke-width="7"/>`,
      `<path d="M196 396 L256 452 L316 396" fill="none" stroke="#334155" stroke-width="16"/>`,
    ],
  }),
}
