import { useEffect, useLayoutEffect, useRef, useState } from 'react';

import { useEditorState, useSessionOnceOpen } from '../session/react.ts';
import { Spinner } from '../ui/spinner.tsx';

import { CanvasHost, type CanvasHostEvents } from './canvas-host.ts';
import { canvasSize, type Area } from './canvas-size.ts';
import styles from './canvas-view.module.css';
import { DragLayer } from './drag-layer.tsx';
import { FrameChannel } from './frame-channel.ts';

type CanvasViewProps = Pick<CanvasHostEvents, 'onKey' | 'onPaste' | 'onZoom' | 'onCommand'>;

// The page as it will be published, in a frame that can reach nothing of the editor, and that loads before the page is there.
export function CanvasView({ onKey, onPaste, onZoom, onCommand }: CanvasViewProps) {
  const session = useSessionOnceOpen();
  const breakpoint = useEditorState((state) => state.breakpoint);
  const zoom = useEditorState((state) => state.zoom);
  const frame = useRef<HTMLIFrameElement>(null);
  const [room, area] = useArea();
  const [channel] = useState(() => new FrameChannel());
  const [host, setHost] = useState<CanvasHost | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isTextEdited, setIsTextEdited] = useState(false);
  const [isDragging, setIsDragging] = useState(false);
  const events = useRef({ onKey, onPaste, onZoom, onCommand });
  useEffect(() => {
    events.current = { onKey, onPaste, onZoom, onCommand };
  });

  useEffect(() => (frame.current ? channel.load(frame.current, '/canvas-frame') : undefined), [channel]);

  useEffect(() => {
    if (!session || !frame.current) return undefined;
    const created = new CanvasHost(session, frame.current, channel, {
      onKey: (press) => events.current.onKey(press),
      onPaste: (content) => events.current.onPaste(content),
      onZoom: (steps) => events.current.onZoom(steps),
      onCommand: (command) => events.current.onCommand(command),
      onOpened: () => setIsOpen(true),
      onTextEditing: setIsTextEdited,
    });
    setHost(created);
    return () => created.close();
  }, [session, channel]);

  const { width, height, scale } = canvasSize(area, breakpoint, zoom);
  useEffect(() => session?.state.update({ scale }), [session, scale]);

  return (
    <section ref={room} className={styles.room} aria-label="Canvas" data-tour="canvas" data-dragging={isDragging || undefined} data-text-edited={isTextEdited || undefined}>
      <div
        className={`${styles.sheet} ${breakpoint === 'base' ? '' : styles.framed}`}
        style={{ width: Math.floor(width * scale), height: Math.floor(height * scale) }}
      >
        <iframe
          ref={frame}
          className={styles.frame}
          title="Page"
          sandbox="allow-scripts"
          style={{ width, height, transform: scale === 1 ? 'none' : `scale(${String(scale)})` }}
        />
        {!isOpen && (
          <div className={styles.waiting} role="status">
            <Spinner />
            Opening the page…
          </div>
        )}
      </div>
      {host && <DragLayer host={host} onDragging={setIsDragging} />}
    </section>
  );
}

function useArea() {
  const element = useRef<HTMLElement>(null);
  const [area, setArea] = useState<Area>({ width: 1280, height: 800 });
  useLayoutEffect(() => {
    const room = element.current;
    if (!room) return undefined;
    const measure = () => {
      // The size without scroll bars: they come and go with the zoom.
      setArea({ width: room.offsetWidth, height: room.offsetHeight });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(room);
    return () => observer.disconnect();
  }, []);
  return [element, area] as const;
}
