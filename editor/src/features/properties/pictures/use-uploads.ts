import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { uploadAsset } from '../../../api/assets.ts';
import { explain } from '../../../api/problem.ts';
import type { Asset } from '../../../api/types.ts';
import { showToast } from '../../../ui/toast-queue.ts';

/** What the server shows in <img>; it looks into the file itself, too. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/svg+xml';

export interface UploadUnderWay {
  id: number;
  name: string;
  /** From 0 to 1; at 1 the server makes its smaller ones. */
  share: number;
  /** Why it came to nothing. */
  fault?: string;
}

let lastId = 0;

/** Files on their way to the server, and those that did not get there. They end when the component does. */
export function useUploads() {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly UploadUnderWay[]>([]);
  const stop = useRef(new AbortController());

  useEffect(() => {
    const ending = (stop.current = new AbortController());
    return () => ending.abort();
  }, []);

  const change = (id: number, by: Partial<UploadUnderWay>) =>
    setUploads((known) => known.map((upload) => (upload.id === id ? { ...upload, ...by } : upload)));
  const dismiss = useCallback((id: number) => setUploads((known) => known.filter((upload) => upload.id !== id)), []);

  /** Gives those that arrived, in order. */
  const start = useCallback(
    async (files: readonly File[]): Promise<Asset[]> => {
      const arrived: Asset[] = [];
      // What went wrong before was read by now.
      setUploads((known) => known.filter((upload) => upload.fault === undefined));
      const started = files.map((file) => ({ file, id: ++lastId }));
      setUploads((known) => [...known, ...started.map(({ file, id }) => ({ id, name: file.name, share: 0 }))]);
      for (const [index, { file, id }] of started.entries()) {
        try {
          arrived.push(await uploadAsset(file, { onProgress: (share) => change(id, { share }), signal: stop.current.signal }));
          dismiss(id);
        } catch (error) {
          if (stop.current.signal.aborted) {
            showToast({ text: `${namesOf(files.slice(index))} not uploaded: its field was closed first.`, tone: 'danger' });
            break;
          }
          change(id, { fault: explain(error) });
        }
      }
      // Nobody waits for the list: until it is there anew, what the files are for may be gone.
      if (arrived.length > 0) void client.invalidateQueries({ queryKey: ['assets'] });
      return arrived;
    },
    [client, dismiss],
  );

  return { uploads, start, dismiss };
}

function namesOf(files: readonly File[]): string {
  return files.length === 1 ? `“${files[0]?.name ?? ''}” was` : `${String(files.length)} files were`;
}

/** The files that somebody drops or pastes; none where it is something else. */
export function filesIn(transfer: DataTransfer | null): File[] {
  return transfer === null ? [] : [...transfer.files];
}
