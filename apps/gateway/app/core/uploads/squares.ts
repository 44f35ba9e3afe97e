import sharp from 'sharp'
import { mostPixels } from '#config/uploads'
import { FieldException } from '#core/exceptions/field_exception'

// libvips reads dozens of formats. All are shut but those of people's pictures, SVG with its scripts and links first.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})
// Nobody uploads the same picture twice in a row.
sharp.cache(false)

const explain = ({ message }: Error) =>
  Promise.reject(
    new FieldException('picture', /pixel limit/.test(message) ? 'picture_pixels' : 'picture_unreadable'),
  )

/**
 * Cuts squares out of the middle of a picture and writes them anew as WebP. What it is, is seen from its bytes; of all
 * that came with them, such as the place where it was taken, only pixels remain.
 *
 * @throws FieldException for what is no picture or too large a one
 */
export async function squaresOf(contents: Buffer, sizes: readonly number[]): Promise<Buffer[]> {
  const { data, info: raw } = await unpack(contents, Math.max(...sizes)).catch(explain)
  return Promise.all(
    sizes.map((size) => sharp(data, { raw }).resize(size, size).webp({ quality: 82 }).toBuffer()),
  )
}

async function unpack(contents: Buffer, edge: number) {
  return sharp(contents, { limitInputPixels: mostPixels, failOn: 'error' })
    .timeout({ seconds: 5 })
    .autoOrient()
    .resize(edge, edge)
    .raw()
    .toBuffer({ resolveWithObject: true })
}
