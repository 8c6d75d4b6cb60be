import { useEffect, useRef, useSyncExternalStore } from 'react';

import { keepTouches } from '../session/press.ts';
import { useSession } from '../session/react.ts';

import type { CanvasHost } from './canvas-host.ts';
import styles from './canvas-view.module.css';

interface DragLayerProps {
  host: CanvasHost;
  onDragging: (isDragging: boolean) => void;
}

// Carries a drag that began in a panel over to the canvas. The frame takes no pointer events meanwhile, so that all of them come here.
export function DragLayer({ host, onDragging }: DragLayerProps) {
  const session = useSession();
  const dragging = useSyncExternalStore(session.dragging.subscribe, session.dragging.get);
  const ghost = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const keeping = new AbortController();
    keepTouches(() => session.dragging.get() !== null, keeping.signal);
    return () => keeping.abort();
  }, [session]);

  useEffect(() => {
    onDragging(dragging !== null);
    if (!dragging) return undefined;
    const drag = new AbortController();
    const { signal } = drag;
    const moveTo = (x: number, y: number) => {
      if (ghost.current) ghost.current.style.translate = `${String(x + 14)}px ${String(y + 14)}px`;
      host.dragMove(x, y);
    };
    const end = (isDropped: boolean) => {
      if (isDropped) host.dragDrop();
      else host.dragCancel();
      session.dragging.set(null);
    };
    host.dragStart(dragging.source);
    moveTo(dragging.x, dragging.y);
    const listen = (type: 'pointermove' | 'pointerup' | 'pointercancel', answer: (event: PointerEvent) => void) =>
      addEventListener(type, (event) => (event.pointerId === dragging.pointer ? answer(event) : undefined), { signal });
    listen('pointermove', (event) => {
      // Let go where nobody heard of it.
      if (event.buttons === 0) end(false);
      else moveTo(event.clientX, event.clientY);
    });
    listen('pointerup', (event) => {
      moveTo(event.clientX, event.clientY);
      end(true);
    });
    listen('pointercancel', () => end(false));
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        end(false);
      },
      { signal, capture: true },
    );
    document.body.style.cursor = 'grabbing';
    return () => {
      drag.abort();
      document.body.style.cursor = '';
    };
  }, [dragging, host, onDragging, session]);

  return dragging ? (
    <div ref={ghost} className={styles.ghost} aria-hidden="true">
      {dragging.label}
    </div>
  ) : null;
}
