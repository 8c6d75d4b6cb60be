import { ImageOff, ImageUp, Images } from 'lucide-react';
import { type DragEvent, useLayoutEffect, useRef, useState } from 'react';
import type { JsonObject } from '../../../engine/json.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { illustrations } from './illustrations.ts';
import { PictureGrid, PictureTile, UploadLine } from './picture-grid.tsx';
import { pictureAt, pictureOfAsset } from './picture-value.ts';
import styles from './pictures.module.css';
import { UploadedPictures } from './uploaded-pictures.tsx';
import { filesIn, pictureTypes, useUploads } from './use-uploads.ts';

interface PictureDialogProps {
  /** The address of the picture that is there. */
  src: string;
  onChoose: (picture: JsonObject) => void;
  onClose: () => void;
}

const shelves = [
  { value: 'uploaded', label: 'Uploaded' },
  { value: 'illustrations', label: 'Illustrations' },
] as const;
type Shelf = (typeof shelves)[number]['value'];

/** Where a picture is chosen: from those of the organisation, from new files, or from the illustrations that come along. */
export function PictureDialog({ src, onChoose, onClose }: PictureDialogProps) {
  const [shelf, setShelf] = useState<Shelf>(src.startsWith('/assets/illustrations/') ? 'illustrations' : 'uploaded');
  const [search, setSearch] = useState('');
  const [isOver, setIsOver] = useState(false);
  const { uploads, start, dismiss } = useUploads();
  const input = useRef<HTMLInputElement>(null);

  const choose = (picture: JsonObject) => {
    onChoose(picture);
    onClose();
  };
  // While files arrive, others go on changing what the picture stands in.
  const chooseNow = useRef(choose);
  useLayoutEffect(() => {
    chooseNow.current = choose;
  });
  const upload = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setShelf('uploaded');
    setSearch('');
    const arrived = await start(files);
    const [only] = arrived;
    if (files.length === 1 && only?.kind === 'picture') chooseNow.current(pictureOfAsset(only));
  };
  const drag = (event: DragEvent, over: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(over);
  };

  const browse = (
    <Button tone="primary" icon={<ImageUp size={16} />} onClick={() => input.current?.click()}>
      Upload
    </Button>
  );
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title="Choose a picture" size="large">
      <div
        className={classNames(styles.body, isOver && styles.over)}
        onDragEnter={(event) => drag(event, true)}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) drag(event, false);
        }}
        onDrop={(event) => {
          drag(event, false);
          void upload(filesIn(event.dataTransfer));
        }}
        onPaste={(event) => void upload(filesIn(event.clipboardData))}
      >
        <div className={styles.bar}>
          <Segmented label="Pictures" options={shelves} value={shelf} onChange={setShelf} />
          <SearchField label="Search pictures" value={search} onChange={setSearch} className={styles.search} />
          {browse}
          <input
            ref={input}
            type="file"
            accept={pictureTypes}
            multiple
            hidden
            onChange={(event) => {
              void upload([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </div>
        {uploads.length > 0 && (
          <div className={styles.uploads} aria-live="polite">
            {uploads.map((one) => (
              <UploadLine key={one.id} upload={one} onDismiss={() => dismiss(one.id)} />
            ))}
          </div>
        )}
        <div className={styles.shelf}>
          {shelf === 'uploaded' ? (
            <UploadedPictures src={src} search={search} onChoose={(asset) => choose(pictureOfAsset(asset))} upload={browse} />
          ) : (
            <Illustrations src={src} search={search} onChoose={(address) => choose(pictureAt(address, ''))} />
          )}
        </div>
        <div className={styles.dropHint} aria-hidden="true">
          <Images size={28} />
          Drop pictures to upload them
        </div>
      </div>
    </Dialog>
  );
}

function Illustrations({ src, search, onChoose }: { src: string; search: string; onChoose: (src: string) => void }) {
  const wanted = search.trim().toLowerCase();
  const found = illustrations.filter(({ label }) => label.toLowerCase().includes(wanted));
  if (found.length === 0)
    return (
      <p className={styles.none}>
        <ImageOff size={18} aria-hidden="true" /> No illustration is called “{search.trim()}”.
      </p>
    );
  return (
    <PictureGrid label="Illustrations">
      {found.map((illustration) => (
        <PictureTile
          key={illustration.src}
          name={illustration.label}
          src={illustration.src}
          isChosen={illustration.src === src}
          onChoose={() => onChoose(illustration.src)}
        />
      ))}
    </PictureGrid>
  );
}
