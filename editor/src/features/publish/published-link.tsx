import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import styles from './publish-dialog.module.css';

/** Where the page can be seen now. */
export function PublishedLink({ url }: { url: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setIsCopied(true);
    } catch {
      // Browsers allow it only on https and localhost, and may ask.
      showToast({ text: 'The browser did not allow copying. Select the address and copy it by hand.', tone: 'danger' });
    }
  };
  return (
    <div className={styles.published}>
      <span className={styles.link}>
        <ExternalLink href={url}>{url}</ExternalLink>
      </span>
      <Button icon={isCopied ? <Check size={15} /> : <Copy size={15} />} onClick={() => void copy()}>
        {isCopied ? 'Copied' : 'Copy link'}
      </Button>
    </div>
  );
}
