import { useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query';
import { previewQuery } from '../api/queries.ts';
import type { ComponentEntry, PageSummary, Theme } from '../api/types.ts';
import { useUser } from '../api/use-credentials.ts';
import { ScaledPreview } from '../ui/scaled-preview.tsx';
import { useIsNear } from '../ui/use-is-near.ts';
import { componentPreviewQuery, templatePreviewQuery, themePreviewQuery } from './preview-engine.ts';

interface LazyPreviewProps<Key extends readonly unknown[]> {
  query: UseQueryOptions<string, Error, string, Key>;
  pageWidth?: number | undefined;
  className?: string | undefined;
}

/** Asks for the picture only when it is about to be seen. */
function LazyPreview<Key extends readonly unknown[]>({ query, pageWidth, className }: LazyPreviewProps<Key>) {
  const [box, isNear] = useIsNear<HTMLDivElement>();
  const { data, isError } = useQuery({ ...query, enabled: isNear });
  return (
    <div ref={box} className={className}>
      <ScaledPreview html={data ?? null} hasFailed={isError} pageWidth={pageWidth} />
    </div>
  );
}

export function PagePreview({ page, className }: { page: PageSummary; className?: string | undefined }) {
  return <LazyPreview query={previewQuery(page.id, page.updatedAt)} className={className} />;
}

export function TemplatePreview({ id, className }: { id: string; className?: string | undefined }) {
  const queries = useQueryClient();
  const { organization } = useUser();
  return <LazyPreview query={templatePreviewQuery(queries, id, organization.name)} className={className} />;
}

export function ThemePreview({ theme, className }: { theme: Theme; className?: string | undefined }) {
  const queries = useQueryClient();
  const { organization } = useUser();
  return <LazyPreview query={themePreviewQuery(queries, theme, organization.name)} className={className} />;
}

export function ComponentPreview({ component, className }: { component: ComponentEntry; className?: string | undefined }) {
  const queries = useQueryClient();
  return <LazyPreview query={componentPreviewQuery(queries, component)} pageWidth={720} className={className} />;
}
