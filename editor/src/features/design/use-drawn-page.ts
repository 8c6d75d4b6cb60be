import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useUser } from '../../api/use-credentials.ts';
import type { JsonObject } from '../../engine/json.ts';
import { designPainterQuery, designSubjectQuery, type ColorScheme } from '../../previews/design-preview.ts';

interface Drawn {
  html: string | null; // the last one that could be drawn
  error: Error | null; // why it is not of the tokens as they are now
  isPending: boolean;
}

const frame = 30; // milliseconds: a colour that is dragged changes faster than a page is drawn

/** The chosen page with the tokens as they are now, saved or not. */
export function useDrawnPage(chosen: { kind: 'page' | 'template'; id: string } | null, tokens: JsonObject, scheme: ColorScheme): Drawn {
  const queries = useQueryClient();
  const { organization } = useUser();
  const painter = useQuery(designPainterQuery(queries));
  const subject = useQuery({ ...designSubjectQuery(queries, chosen?.kind ?? 'page', chosen?.id ?? '', organization.name), enabled: chosen !== null });
  const [drawn, setDrawn] = useState<{ html: string | null; error: Error | null }>({ html: null, error: null });

  useEffect(() => {
    if (!painter.data || !subject.data) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      painter.data
        .draw(subject.data, tokens, scheme)
        .then((html) => isCurrent && setDrawn({ html, error: null }))
        .catch((error: unknown) => isCurrent && setDrawn(({ html }) => ({ html, error: error instanceof Error ? error : new Error(String(error)) })));
    }, frame);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [painter.data, subject.data, tokens, scheme]);

  const error = painter.error ?? subject.error ?? drawn.error;
  return { html: drawn.html, error, isPending: drawn.html === null && error === null };
}
