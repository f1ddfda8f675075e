import { createHash } from 'node:crypto'

/**
 * Merkle root over the leaves of a batch (event hashes in order of position, then command hashes in order of arrival), as
 * in RFC 6962: leaves and nodes are hashed with different prefixes, so that no inner node can be passed off as a leaf.
 * A tree and not one long hash, because a receipt proves its inclusion with a handful of hashes and without showing any
 * other event.
 */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest()
  return rootOf(leaves, 0, leaves.length)
}

/** The hashes that lead from one leaf to the root, nearest first. */
export function merkleProof(
  leaves: readonly Buffer[],
  index: number,
): readonly { readonly left: boolean; readonly hash: Buffer }[] {
  const path: { left: boolean; hash: Buffer }[] = []
  let from = 0
  let to = leaves.length
  while (to - from > 1) {
    const middle = from + split(to - from)
    if (index < middle) {
      path.push({ left: false, hash: rootOf(leaves, middle, to) })
      to = middle
    } else {
      path.push({ left: true, hash: rootOf(leaves, from, middle) })
      from = middle
    }
  }
  return path.reverse()
}

/** Whether a leaf with its proof leads to the root. */
export function provesInclusion(leaf: Buffer, proof: ReturnType<typeof merkleProof>, root: Buffer): boolean {
  let hash = leafHash(leaf)
  for (const step of proof) hash = step.left ? nodeHash(step.hash, hash) : nodeHash(hash, step.hash)
  return hash.equals(root)
}

function rootOf(leaves: readonly Buffer[], from: number, to: number): Buffer {
  if (to - from === 1) return leafHash(leaves[from] as Buffer)
  const middle = from + split(to - from)
  return nodeHash(rootOf(leaves, from, middle), rootOf(leaves, middle, to))
}

/** Largest power of two below n. */
function split(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1))
}

function leafHash(leaf: Buffer): Buffer {
  return createHash('sha256').update('\0').update(leaf).digest()
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update('\x01').update(left).update(right).digest()
}
