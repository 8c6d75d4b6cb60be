import { CloudOff } from 'lucide-react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface NotLoadedProps {
  /** "The members could not be loaded". */
  title: string;
  /** Why, in a sentence. */
  reason: string;
  onRetry: () => void;
}

/** Stands where content would be that did not arrive. */
export function NotLoaded({ title, reason, onRetry }: NotLoadedProps) {
  return (
    <EmptyState icon={<CloudOff size={24} />} title={title} action={<Button onClick={onRetry}>Try again</Button>}>
      {reason}
    </EmptyState>
  );
}
