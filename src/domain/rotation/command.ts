/** Command on how one person stands under one plan 轮训. The server's own: it follows what changes hours, posts and plans. */
export type RotationCommand = {
  readonly kind: 'rotation.look'
  /** Who; the stream is that of this person under this plan. */
  readonly account: string
  readonly plan: string
}
