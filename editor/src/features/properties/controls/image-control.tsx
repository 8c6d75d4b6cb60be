import { ImagePlus, ImageUp, X } from 'lucide-react';
import { type DragEvent, useLayoutEffect, useRef, useState } from 'react';

import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { PictureDialog } from '../pictures/picture-dialog.tsx';
import { UploadLine } from '../pictures/picture-grid.tsx';
import { describedAs, pictureAt, readPicture, uploadedInto } from '../pictures/picture-value.ts';
import { filesIn, pictureTypes, useUploads } from '../pictures/use-uploads.ts';

import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { TextControl, UrlControl } from './text-controls.tsx';

const anyText = { type: 'string' };

// A picture: chosen, uploaded (also dropped or pasted onto it) or at an address, and what it shows for those who can't see it.
export function ImageControl(props: ControlProps) {
  const { id, value, onChange, isDisabled, label } = props;
  const [isChoosing, setIsChoosing] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const { uploads, start, dismiss } = useUploads();
  const input = useRef<HTMLInputElement>(null);
  const { src, alt } = readPicture(value);

  // An upload takes its time: what it arrives in is what stands there then.
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const upload = async (files: readonly File[]) => {
    if (files.length === 0 || isDisabled) return;
    const [asset] = await start(files.slice(0, 1));
    if (asset?.kind === 'picture') latest.current.onChange(uploadedInto(latest.current.value, asset));
  };
  const drag = (event: DragEvent, over: boolean) => {
    if (isDisabled || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(over);
  };

  return (
    <>
      <div
        className={classNames(styles.image, isOver && styles.imageOver)}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          void upload(filesIn(event.dataTransfer));
        }}
        onPaste={(event) => {
          const files = filesIn(event.clipboardData);
          if (files.length > 0) event.preventDefault();
          void upload(files);
        }}
      >
        <div className={styles.imageRow}>
          <button type="button" className={styles.thumbnail} disabled={isDisabled} aria-label={`${label}: choose a picture`} onClick={() => setIsChoosing(true)}>
            {src === '' ? <ImagePlus size={20} aria-hidden="true" /> : <img src={src} alt="" />}
          </button>
          <div className={styles.imageFields}>
            <UrlControl
              {...props}
              schema={anyText}
              hints={{ placeholder: 'Address of a picture' }}
              value={src}
              onChange={(text) => onChange(pictureAt(typeof text === 'string' ? text : '', alt))}
            />
            <label className="visually-hidden" htmlFor={`${id}-alt`}>
              {label}: description
            </label>
            <TextControl
              {...props}
              id={`${id}-alt`}
              schema={anyText}
              hints={{ placeholder: 'Describe the picture' }}
              value={alt}
              onChange={(text) => onChange(describedAs(value, typeof text === 'string' ? text : ''))}
            />
          </div>
        </div>
        <div className={styles.imageActions}>
          <Button size="small" disabled={isDisabled} onClick={() => setIsChoosing(true)}>
            Choose…
          </Button>
          <Button size="small" icon={<ImageUp size={14} />} disabled={isDisabled} onClick={() => input.current?.click()}>
            Upload
          </Button>
          {src !== '' && (
            <IconButton size="small" label={`${label}: no picture`} tooltip="No picture" icon={<X size={14} />} disabled={isDisabled} onClick={() => onChange(pictureAt('', alt))} />
          )}
          <input
            ref={input}
            type="file"
            accept={pictureTypes}
            hidden
            aria-label={`${label}: upload a picture`}
            onChange={(event) => {
              void upload([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </div>
        {uploads.map((one) => (
          <UploadLine key={one.id} upload={one} onDismiss={() => dismiss(one.id)} />
        ))}
      </div>
      {/* Beside the field: what is dropped into the dialog is not dropped onto the field, too. */}
      {isChoosing && <PictureDialog src={src} onChoose={onChange} onClose={() => setIsChoosing(false)} />}
    </>
  );
}
