import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { componentsQuery } from '../../api/queries.ts';
import { useUser } from '../../api/use-credentials.ts';
import type { JsonObject } from '../../engine/json.ts';
import { designPainterQuery, designSubjectQuery, type ColorScheme } from '../../previews/design-preview.ts';

interface Drawn {
  html: string | null; // the last one that could be drawn
  error: Error | null; // why it is not of the tokens as they are now
  isPending: boolean;
}

const frame = 30; // milliseconds from one picture to the next: a colour that is dragged changes faster

/** The chosen page with the tokens as they are now, saved or not. */
export function useDrawnPage(chosen: { kind: 'page' | 'template'; id: string } | null, tokens: JsonObject, scheme: ColorScheme): Drawn {
  const queries = useQueryClient();
  const { organization } = useUser();
  const listing = useQuery(componentsQuery());
  const painter = useQuery(designPainterQuery(queries, listing.data));
  const subject = useQuery({ ...designSubjectQuery(queries, chosen?.kind ?? 'page', chosen?.id ?? '', organization.name), enabled: chosen !== null });
  const [drawn, setDrawn] = useState<{ html: string | null; error: Error | null }>({ html: null, error: null });
  const begun = useRef(-frame); // when the last one was

  useEffect(() => {
    if (!painter.data || !subject.data) return undefined;
    let isCurrent = true;
    // Changes that follow each other faster than that put nothing off: the page is drawn while a colour is dragged, too.
    const timer = setTimeout(() => {
      begun.current = performance.now();
      painter.data
        .draw(subject.data, tokens, scheme)
        .then((html) => isCurrent && setDrawn({ html, error: null }))
        .catch((error: unknown) => isCurrent && setDrawn(({ html }) => ({ html, error: error instanceof Error ? error : new Error(String(error)) })));
    }, begun.current + frame - performance.now());
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [painter.data, subject.data, tokens, scheme]);

  const error = listing.error ?? painter.error ?? subject.error ?? drawn.error;
  return { html: drawn.html, error, isPending: drawn.html === null && error === null };
}
