/**
 * Something the operator can put right. Its message is one line that names the thing and says what to do;
 * it is printed without a stack and the process ends with exit code 1.
 */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** The code of a system error such as ENOENT, or of a PostgreSQL error such as 28P01. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
