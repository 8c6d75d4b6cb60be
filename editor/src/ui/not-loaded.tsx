import { CloudOff } from 'lucide-react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface NotLoadedProps {
  /** "The members could not be loaded". */
  title: string;
  /** Why, in a sentence. */
  reason: string;
  onRetry: () => void;
  /** Small: in a panel or a dialog. */
  size?: 'small' | 'medium' | undefined;
}

/** Stands where content would be that did not arrive. */
export function NotLoaded({ title, reason, onRetry, size = 'medium' }: NotLoadedProps) {
  return (
    <EmptyState size={size} icon={<CloudOff size={size === 'small' ? 20 : 24} />} title={title} action={<Button onClick={onRetry}>Try again</Button>}>
      {reason}
    </EmptyState>
  );
}
