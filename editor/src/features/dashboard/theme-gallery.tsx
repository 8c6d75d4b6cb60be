import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { replaceDesignTokens } from '../../api/library.ts';
import { explain } from '../../api/problem.ts';
import { themesQuery, tokensQuery } from '../../api/queries.ts';
import type { Theme } from '../../api/types.ts';
import { isAdministrator, useUser } from '../../api/use-credentials.ts';
import { forgetDesign } from '../../previews/forget-design.ts';
import { ThemePreview } from '../../previews/previews.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardGrid, cardPreviewClass } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { NotLoaded } from '../../ui/not-loaded.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { CardSkeletons } from './card-skeletons.tsx';
import styles from './dashboard.module.css';

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The looks that come with Pagewright, each shown on the same page. An administrator makes one of them the organisation's own. */
export function ThemeGallery() {
  const user = useUser();
  const [chosen, setChosen] = useState<Theme | null>(null);
  const { data: themes, error, isPending, refetch } = useQuery(themesQuery());
  const { data: own } = useQuery(tokensQuery());
  const inUse = JSON.stringify(own?.tokens);
  return (
    <section aria-label="Themes">
      <p className={styles.introduction}>Colours, fonts and corners of all your pages. Whatever stands in your design tokens now is kept in their history. <Link to="/design">Change single colours and sizes in Design</Link>.</p>
      {isPending && <CardSkeletons label="Loading themes" />}
      {error !== null && (
        <NotLoaded title="The themes could not be loaded" reason={explain(error)} onRetry={() => void refetch()} />
      )}
      {themes !== undefined && (
        <CardGrid label="Themes">
          {themes.map((theme) => (
            <Card
              key={theme.name}
              isInteractive={false}
              picture={<ThemePreview theme={theme} className={cardPreviewClass} />}
              title={theme.displayName}
              detail={capitalized(theme.description)}
              corner={
                JSON.stringify(theme.tokens) === inUse ? (
                  <Badge tone="success">In use</Badge>
                ) : (
                  isAdministrator(user) && (
                    <Button size="small" aria-label={`Use ${theme.displayName}`} onClick={() => setChosen(theme)}>
                      Use
                    </Button>
                  )
                )
              }
            />
          ))}
        </CardGrid>
      )}
      {chosen !== null && <UseTheme theme={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}

function UseTheme({ theme, onClose }: { theme: Theme; onClose: () => void }) {
  const queries = useQueryClient();
  const use = useMutation({
    mutationFn: () => replaceDesignTokens(theme.tokens),
    onSuccess: async () => {
      await forgetDesign(queries);
      showToast({ text: `Your pages are in ${theme.displayName} now. Publish them to show it to visitors.`, tone: 'success' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={`Use ${theme.displayName} for all pages?`}
      description="It takes the place of your design tokens, whose earlier versions are kept. Published pages stay as they are until they are published again."
      confirmLabel={`Use ${theme.displayName}`}
      tone="primary"
      isBusy={use.isPending}
      error={use.isError ? explain(use.error) : undefined}
      onConfirm={() => use.mutate()}
    />
  );
}
