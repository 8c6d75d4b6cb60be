/** Settles what would be lost: saves it, or asks. Gives whether one may sign out. */
export type Settling = () => Promise<boolean>;

const settlings = new Set<Settling>();

/** Gives what ends it. */
export function beforeSigningOut(settling: Settling): () => void {
  settlings.add(settling);
  return () => settlings.delete(settling);
}

/** Whether nothing would be lost, or somebody has said that it may be. */
export async function maySignOut(): Promise<boolean> {
  for (const settling of [...settlings]) if (!(await settling())) return false;
  return true;
}
