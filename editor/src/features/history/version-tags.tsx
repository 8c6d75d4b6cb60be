import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Bookmark, X } from 'lucide-react';
import { useState } from 'react';
import { deleteTag, setTag } from '../../api/pages.ts';
import { explain } from '../../api/problem.ts';
import type { PageVersion } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import styles from './version-tags.module.css';

/** The names that a version is found by: adds and takes them away. */
export function VersionTags({ pageId, version }: { pageId: string; version: PageVersion }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const change = useMutation({
    mutationFn: (work: () => Promise<void>) => work(),
    onSuccess: () => {
      setName('');
      return queries.invalidateQueries({ queryKey: ['page', pageId, 'versions'] });
    },
  });
  return (
    <Popover
      label="Tags of the version"
      align="end"
      className={styles.popover}
      onOpenChange={() => change.reset()}
      trigger={<IconButton label="Tags of the version" tooltip={null} icon={<Bookmark size={16} />} />}
    >
      {version.tags.length > 0 && (
        <ul className={styles.tags} aria-label="Tags">
          {version.tags.map((tag) => (
            <li key={tag} className={styles.tag}>
              {tag}
              <button type="button" className={styles.remove} aria-label={`Take the tag ${tag} away`} onClick={() => change.mutate(() => deleteTag(pageId, tag))}>
                <X size={13} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const tag = name.trim();
          if (tag !== '' && !change.isPending) change.mutate(() => setTag(pageId, tag, version.versionNumber));
        }}
      >
        <TextField
          label="New tag"
          autoComplete="off"
          maxLength={60}
          placeholder="launch"
          value={name}
          error={change.isError ? explain(change.error) : undefined}
          help="A tag is at one version at a time."
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" size="small" isBusy={change.isPending} disabled={name.trim() === ''}>
          Add tag
        </Button>
      </form>
    </Popover>
  );
}
