// How React components read the session: each hook re-renders only for the part that it names.
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';

import { isSame, type JsonObject, type JsonValue } from '../engine/json.ts';

import type { ComponentLibrary } from './component-library.ts';
import type { Person } from './connection/protocol.ts';
import { initialState, type EditorState } from './editor-state.ts';
import { lockOf } from './locks.ts';
import type { PageSession } from './page-session.ts';
import type { Observable } from './observable.ts';
import type { MirrorNode } from './tree-mirror.ts';

export const SessionContext = createContext<PageSession | null>(null);

export function useSession(): PageSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This component stands outside of an open page.');
  return session;
}

// Null while the page is still being fetched: for what stands on the screen already then.
export function useSessionOnceOpen(): PageSession | null {
  return useContext(SessionContext);
}

const never = () => () => undefined;

// `before`: what holds while there is no session yet.
export function useObserved<Value>(of: (session: PageSession) => Observable<Value>, before: Value): Value {
  const session = useSessionOnceOpen();
  const observable = session && of(session);
  return useSyncExternalStore(observable?.subscribe ?? never, () => observable?.get() ?? before);
}

// `select` should give the same value for the same state: a member, or something primitive.
export function useEditorState<Selected>(select: (state: EditorState) => Selected): Selected {
  const session = useSessionOnceOpen();
  return useSyncExternalStore(session?.state.subscribe ?? never, () => select(session?.state.get() ?? initialState));
}

// Who else has the page open.
export function usePeople(): readonly Person[] {
  const { people } = useSession();
  return useSyncExternalStore(people.others.subscribe, people.others.get);
}

// Another one when the organisation's components have changed.
export function useLibrary(): ComponentLibrary {
  const session = useSession();
  return useSyncExternalStore(session.state.subscribe, () => session.library);
}

export function useNode(id: string | null): MirrorNode | undefined {
  const { tree } = useSession();
  const subscribe = useCallback(
    (listener: () => void) => (id === null ? () => undefined : tree.onNode(id, listener)),
    [tree, id],
  );
  return useSyncExternalStore(subscribe, () => (id === null ? undefined : tree.node(id)));
}

// One part of a node; `select` should give the same value for the same node: a member, or something primitive.
export function useNodePart<Part>(id: string, select: (node: MirrorNode | undefined) => Part): Part {
  const { tree } = useSession();
  const subscribe = useCallback((listener: () => void) => tree.onNode(id, listener), [tree, id]);
  return useSyncExternalStore(subscribe, () => select(tree.node(id)));
}

// Whether one of several nodes has another part than the first one. Looked at once for each change, however many of them it is of.
export function useDiffers(ids: readonly string[], select: (node: MirrorNode | undefined) => JsonValue | undefined): boolean {
  const { tree } = useSession();
  const subscribe = useCallback((listener: () => void) => tree.onAnyNode(listener), [tree]);
  return useSyncExternalStore(subscribe, () => {
    const [first, ...others] = ids;
    if (others.length === 0) return false;
    const part = select(tree.node(first ?? ''));
    return others.some((id) => !isSame(part, select(tree.node(id))));
  });
}

// The locked node that keeps a node as it is: itself or the nearest above it; null where it may be changed.
export function useLock(id: string): string | null {
  const { tree } = useSession();
  const subscribe = useCallback((listener: () => void) => tree.onPath(id, listener), [tree, id]);
  return useSyncExternalStore(subscribe, () => lockOf(tree, id));
}

export function useLayout(): JsonObject {
  const { tree } = useSession();
  const subscribe = useCallback((listener: () => void) => tree.onLayout(listener), [tree]);
  return useSyncExternalStore(subscribe, () => tree.layout());
}

// A number that changes with who stands where, and not with what the nodes show.
export function useStructureVersion(): number {
  const { tree } = useSession();
  const subscribe = useCallback((listener: () => void) => tree.onStructure(listener), [tree]);
  return useSyncExternalStore(subscribe, () => tree.structureVersion());
}
