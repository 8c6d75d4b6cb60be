import { useMutation } from '@tanstack/react-query';
import { ExternalLink as Icon } from 'lucide-react';
import { visitLink } from '../../api/environments.ts';
import { explain } from '../../api/problem.ts';
import type { Environment } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import styles from './open-site.module.css';

/** The way to an environment's site. Where not everyone may see it, its user is let in. */
export function OpenSite({ environment }: { environment: Environment }) {
  const visit = useMutation({ mutationFn: () => visitLink(environment.id) });
  if (environment.access === 'public') return <ExternalLink href={environment.baseUrl}>{environment.baseUrl}</ExternalLink>;
  const open = () => {
    // Browsers open windows only while a click is handled: it is opened first, and led to the link then.
    const opened = window.open('', '_blank');
    if (opened !== null) opened.opener = null;
    visit.mutate(undefined, {
      onSuccess: (url) => {
        if (opened === null) window.location.assign(url);
        else opened.location.replace(url);
      },
      onError: (error) => {
        opened?.close();
        showToast({ text: `The site was not opened. ${explain(error)}`, tone: 'danger' });
      },
    });
  };
  return (
    <span className={styles.visit}>
      <span className={styles.address}>{environment.baseUrl}</span>
      <Button size="small" icon={<Icon size={14} />} isBusy={visit.isPending} aria-label={`Open ${environment.name}`} onClick={open}>
        Open
      </Button>
    </span>
  );
}
