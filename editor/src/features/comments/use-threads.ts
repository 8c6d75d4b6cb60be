import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { threadsQuery } from '../../api/queries.ts';
import type { CommentThread } from '../../api/types.ts';
import { useSession } from '../../session/react.ts';
import { markersOf, withoutThread, withThread } from './threads.ts';

const none: readonly CommentThread[] = [];

/** The page's conversations, as they are known now, and how to put the server's answers among them. */
export function useThreads() {
  const { pageId } = useSession();
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({ ...threadsQuery(pageId), staleTime: 60_000 });
  const { queryKey } = threadsQuery(pageId);
  const keep = useCallback((thread: CommentThread) => queries.setQueryData(threadsQuery(pageId).queryKey, (known) => known && withThread(known, thread)), [queries, pageId]);
  const forget = useCallback((id: string) => queries.setQueryData(threadsQuery(pageId).queryKey, (known) => known && withoutThread(known, id)), [queries, pageId]);
  return { threads: data ?? none, error, isPending, refetch, keep, forget, queryKey };
}

/** Keeps the conversations up to date with what others say, and marks what they are about on the canvas. Once for an open page. */
export function useLiveThreads(): readonly CommentThread[] {
  const session = useSession();
  const queries = useQueryClient();
  const { threads, keep, forget } = useThreads();
  const { pageId, serverNews, commenting, state } = session;

  useEffect(
    () =>
      serverNews.on((news) => {
        if (news.type !== 'comments') return;
        if (news.removed !== undefined) forget(news.removed);
        // What the server tells is what its API gives.
        if (news.thread !== undefined) keep(news.thread as unknown as CommentThread);
      }),
    [serverNews, keep, forget],
  );

  // What was said while there was no connection.
  useEffect(() => {
    let wasOffline = false;
    return state.subscribe(() => {
      const isOffline = state.get().saveState.kind === 'offline';
      if (wasOffline && !isOffline) void queries.invalidateQueries({ queryKey: threadsQuery(pageId).queryKey });
      wasOffline = isOffline;
    });
  }, [state, queries, pageId]);

  useEffect(() => commenting.markers.set(markersOf(threads)), [commenting, threads]);
  return threads;
}
