import { useSyncExternalStore } from 'react';
import { readCredentials, watchCredentials, type Credentials } from './credentials.ts';
import type { User } from './types.ts';

export function useCredentials(): Credentials {
  return useSyncExternalStore(watchCredentials, readCredentials);
}

/** The signed-in user, or the one whose session has just ended. Only below a route that asks for one. */
export function useUser(): User {
  const credentials = useCredentials();
  if (credentials.state !== 'signed-in' && credentials.state !== 'expired') throw new Error('useUser was called where nobody is signed in.');
  return credentials.user;
}

export const isAdministrator = (user: User): boolean => user.role === 'admin';
export const canEdit = (user: User): boolean => user.role !== 'viewer';
export const canPublish = (user: User): boolean => user.role === 'admin';
export const canDelete = canPublish;
