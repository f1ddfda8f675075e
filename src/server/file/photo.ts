import type { FileRules } from '../../domain/file/file-rules.ts'
import type { Unfit } from './detect.ts'

/** Loaded with the first picture: a start, and every verb of the command line, would wait for it. */
async function painter() {
  const { default: sharp } = await import('sharp')
  // A picture takes a core for a second and many bytes: the machine has other people to answer.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/** A picture as it is looked at: upright, bounded, JPEG, and nothing beside it. */
export const viewType = 'image/jpeg'

/** Draws a picture anew, or says why it cannot be. Nothing but its pixels is carried over. */
export async function redraw(
  file: Buffer,
  rules: Pick<FileRules, 'mostPixels' | 'viewEdge' | 'viewQuality'>,
): Promise<{ readonly view: Buffer } | { readonly unfit: Unfit }> {
  const { mostPixels, viewEdge, viewQuality } = rules
  const sharp = await painter()
  try {
    const picture = sharp(file, { limitInputPixels: false, failOn: 'error', pages: 1 })
    const { width = 0, height = 0 } = await picture.metadata()
    if (width === 0 || height === 0) return { unfit: 'broken' }
    if (width * height > mostPixels) return { unfit: 'pixels' }
    const view = await sharp(file, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize({ width: viewEdge, height: viewEdge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: viewQuality })
      .toBuffer()
    return { view }
  } catch {
    return { unfit: 'broken' }
  }
}
