import type { FileRules, FileType } from '../../domain/file/file-rules.ts'

/** Why a file is not taken: codes of `protocol/file-refusal.ts` without their `file.`. */
export type Unfit = 'type' | 'broken' | 'unsafe' | 'pixels' | 'video'

/** Names under which the same content goes; a recording is told from a film by its tracks, not by its name. */
const alias: Readonly<Record<string, string>> = {
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'video/ogg': 'audio/ogg',
  'video/webm': 'audio/webm',
  'video/matroska': 'audio/webm',
  'video/mp4': 'audio/mp4',
  'audio/x-aac': 'audio/aac',
}

/**
 * What a file is, by what stands in it; undefined when it is nothing that is taken. Told from its beginning, so that a
 * worker on a weak line hears it before having sent the rest.
 */
export async function detect(begin: Buffer, rules: Pick<FileRules, 'types'>): Promise<FileType | undefined> {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(begin).catch(() => undefined)
  if (!found) return undefined
  const type = alias[found.mime] ?? found.mime
  return rules.types.find((each) => each.type === type)
}
