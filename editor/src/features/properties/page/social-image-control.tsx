import { ImagePlus, X } from 'lucide-react';
import { useState } from 'react';

import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { ControlProps } from '../controls/control.ts';
import { UrlControl } from '../controls/text-controls.tsx';
import { PictureDialog } from '../pictures/picture-dialog.tsx';
import { readPicture } from '../pictures/picture-value.ts';

import styles from './page-settings.module.css';

// A picture by its address alone: what a link shows has no place for a description.
export function SocialImageControl(props: ControlProps) {
  const { label, value, isDisabled, onChange } = props;
  const [isChoosing, setIsChoosing] = useState(false);
  const src = typeof value === 'string' ? value : '';
  return (
    <div className={styles.social}>
      <UrlControl {...props} hints={{ placeholder: 'Address of a picture' }} />
      <div className={styles.socialActions}>
        <Button size="small" icon={<ImagePlus size={14} />} disabled={isDisabled} onClick={() => setIsChoosing(true)}>
          Choose…
        </Button>
        {src !== '' && <IconButton size="small" label={`${label}: no picture`} tooltip="No picture" icon={<X size={14} />} disabled={isDisabled} onClick={() => onChange('')} />}
      </div>
      {isChoosing && <PictureDialog src={src} onChoose={(picture) => onChange(readPicture(picture).src)} onClose={() => setIsChoosing(false)} />}
    </div>
  );
}
