import { ImagePlus } from 'lucide-react';
import { useState } from 'react';

import { isJsonObject, type JsonObject } from '../../../engine/json.ts';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';

import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { illustrations } from './illustrations.ts';
import { TextControl, UrlControl } from './text-controls.tsx';

const anyText = { type: 'string' };

// A picture: its address, and what it shows for those who can't see it.
export function ImageControl(props: ControlProps) {
  const { id, value, onChange, isDisabled } = props;
  const [isOpen, setIsOpen] = useState(false);
  const image: JsonObject = isJsonObject(value) ? value : {};
  const src = typeof image.src === 'string' ? image.src : '';
  const set = (change: JsonObject) => onChange({ src, alt: '', ...image, ...change });
  return (
    <div className={styles.image}>
      <div className={styles.imageRow}>
        <Popover
          label="Pictures"
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          side="left"
          trigger={
            <button type="button" className={styles.thumbnail} disabled={isDisabled} aria-label={`${props.label}: choose a picture`}>
              {src === '' ? <ImagePlus size={20} aria-hidden="true" /> : <img src={src} alt="" />}
            </button>
          }
        >
          <div className={styles.pictures}>
            {illustrations.map((illustration) => (
              <button
                key={illustration.src}
                type="button"
                className={styles.picture}
                aria-label={illustration.label}
                aria-pressed={illustration.src === src}
                title={illustration.label}
                onClick={() => {
                  set({ src: illustration.src });
                  setIsOpen(false);
                }}
              >
                <img src={illustration.src} alt="" loading="lazy" />
              </button>
            ))}
          </div>
          {src !== '' && (
            <Button size="small" tone="quiet" onClick={() => set({ src: '' })}>
              No picture
            </Button>
          )}
        </Popover>
        <div className={styles.imageFields}>
          <UrlControl
            {...props}
            schema={anyText}
            hints={{ placeholder: 'Address of a picture' }}
            value={src}
            onChange={(text) => set({ src: text })}
          />
          <label className="visually-hidden" htmlFor={`${id}-alt`}>
            {props.label}: description
          </label>
          <TextControl
            {...props}
            id={`${id}-alt`}
            schema={anyText}
            hints={{ placeholder: 'Describe the picture' }}
            value={image.alt}
            onChange={(text) => set({ alt: text })}
          />
        </div>
      </div>
    </div>
  );
}
