import sharp from 'sharp'
import { portraits } from './portraits.ts'
import { scenes } from './scenes.ts'

/** Draws every picture into a file beside the code that describes it. */
for (const [name, drawing] of Object.entries({ ...scenes, ...portraits })) {
  await sharp(Buffer.from(drawing))
    .webp({ quality: 86, effort: 6, preset: 'drawing' })
    .toFile(new URL(`./${name}.webp`, import.meta.url).pathname)
}
