import { Link } from 'react-router';
import type { Environment, PageSummary } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { momentText } from '../../ui/moment.ts';
import { PublishedLink } from './published-link.tsx';

interface DoneProps {
  page: PageSummary;
  environment: Environment;
  onClose: () => void;
}

export function Published({ page, environment, url, onClose }: DoneProps & { url: string }) {
  return (
    <Dialog isOpen onOpenChange={onClose} title="Published" description={`“${page.name}” is live in ${environment.name}.`} actions={<Done onClose={onClose} />}>
      <PublishedLink url={url} />
    </Dialog>
  );
}

export function Scheduled({ page, environment, publishAt, onClose }: DoneProps & { publishAt: string }) {
  return (
    <Dialog isOpen onOpenChange={onClose} title="Scheduled" description={`“${page.name}”, as it is then, goes live in ${environment.name} at ${momentText(publishAt)}.`} actions={<Done onClose={onClose} />}>
      <p>
        Until then it can be cancelled <Link to={`/releases?environment=${environment.id}`}>where all that is published is listed</Link>.
      </p>
    </Dialog>
  );
}

function Done({ onClose }: { onClose: () => void }) {
  return (
    <Button tone="primary" onClick={onClose}>
      Done
    </Button>
  );
}
