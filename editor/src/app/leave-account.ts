import { signOut } from '../api/authentication.ts';
import { maySignOut } from '../ui/before-signing-out.ts';
import { explain } from '../api/problem.ts';
import { showToast } from '../ui/toast-queue.ts';

/** Signs out, once what is not saved yet is saved, or given up. */
export async function leaveAccount(): Promise<void> {
  if (!(await maySignOut())) return;
  try {
    await signOut();
  } catch (error) {
    showToast({ text: `You are still signed in. ${explain(error)}`, tone: 'danger' });
  }
}
