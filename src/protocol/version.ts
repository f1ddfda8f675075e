/**
 * Version of the wire. One line per change:
 *  1  2026-11  commands and views of the first loop: raise to verdict
 */
export const protocolVersion = 1
