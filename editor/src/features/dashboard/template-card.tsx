import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { deleteTemplate } from '../../api/library.ts';
import { explain } from '../../api/problem.ts';
import type { TemplateSummary } from '../../api/types.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { TemplatePreview } from '../../previews/previews.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card, cardLinkClass, cardPreviewClass } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import styles from './template-gallery.module.css';

interface TemplateCardProps {
  template: TemplateSummary;
  onTag: (tag: string) => void;
}

/** A template as it looks, what it is for, and how often it was used. */
export function TemplateCard({ template, onTag }: TemplateCardProps) {
  const user = useUser();
  const { id, displayName, description, category, tags, installCount, source, publisher } = template;
  const isOwn = source === 'organization' && (user.role === 'admin' || template.author?.id === user.id);
  return (
    <Card
      isInteractive={canEdit(user)}
      picture={<TemplatePreview id={id} className={cardPreviewClass} />}
      title={
        canEdit(user) ? (
          <Link to={`/new?template=${encodeURIComponent(id)}`} className={cardLinkClass}>
            {displayName}
          </Link>
        ) : (
          displayName
        )
      }
      detail={
        <>
          {description !== '' && <p className={styles.description}>{description}</p>}
          <p className={styles.facts}>
            {category !== '' && <span className={styles.fact}>{category}</span>}
            {installCount !== null && <span className={styles.fact}>{installCount === 1 ? 'Used once' : installCount === 0 ? 'Not used yet' : `Used ${installCount} times`}</span>}
            {source === 'organization' && <Badge tone="accent">Yours</Badge>}
            {source === 'marketplace' && publisher !== null && <span className={styles.fact}>by {publisher}</span>}
          </p>
          {tags.length > 0 && (
            <div className={styles.tags} role="group" aria-label={`Tags of ${displayName}`}>
              {tags.slice(0, 5).map((tag) => (
                <button key={tag} type="button" className={styles.tag} onClick={() => onTag(tag)}>
                  <span className="visually-hidden">Show templates tagged </span>
                  {tag}
                </button>
              ))}
            </div>
          )}
        </>
      }
      corner={isOwn ? <TemplateMenu template={template} /> : undefined}
    />
  );
}

function TemplateMenu({ template: { id, displayName } }: { template: TemplateSummary }) {
  const queries = useQueryClient();
  const [isDeleting, setIsDeleting] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteTemplate(id),
    onSuccess: () => {
      setIsDeleting(false);
      showToast({ text: `The template “${displayName}” was deleted.` });
      return queries.invalidateQueries({ queryKey: ['templates'] });
    },
  });
  return (
    <>
      <Menu trigger={<IconButton size="small" label={`More about ${displayName}`} tooltip="More" icon={<Ellipsis size={17} />} />}>
        <MenuItem icon={<Trash2 size={16} />} isDangerous onSelect={() => setIsDeleting(true)}>
          Delete…
        </MenuItem>
      </Menu>
      <ConfirmDialog
        isOpen={isDeleting}
        onOpenChange={(isOpen) => {
          setIsDeleting(isOpen);
          remove.reset();
        }}
        title={`Delete the template “${displayName}”?`}
        description="Pages that were made from it stay as they are."
        confirmLabel="Delete template"
        isBusy={remove.isPending}
        error={remove.isError ? explain(remove.error) : undefined}
        onConfirm={() => remove.mutate()}
      />
    </>
  );
}
