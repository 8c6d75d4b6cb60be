import { useState, type PointerEvent, type RefObject } from 'react';

import { moveNode } from '../../session/commands.ts';
import { watchForDrag, type DropPlace } from '../../session/dragging.ts';
import { useSession } from '../../session/react.ts';
import { showToast } from '../../ui/toast-queue.ts';

import { placeAtRow, zoneAt, type RowZone } from './drop-between-rows.ts';
import type { LayerRow } from './rows.ts';

export interface LayerDrop {
  row: LayerRow;
  zone: RowZone;
  isRefused: boolean;
}

// Dragging a row of the tree to another place in it.
export function useLayerDrag(list: RefObject<HTMLElement | null>, rows: readonly LayerRow[], rowHeight: number) {
  const session = useSession();
  const [drop, setDrop] = useState<LayerDrop | null>(null);

  const start = (event: PointerEvent, dragged: LayerRow) => {
    const { canEdit } = session.state.get();
    if (!canEdit) return;
    watchForDrag(event, () => {
      const drag = new AbortController();
      const { signal } = drag;
      let place: DropPlace | string | null = null;
      const stop = () => {
        drag.abort();
        setDrop(null);
      };
      addEventListener(
        'pointermove',
        (move) => {
          const element = list.current;
          if (!element) return;
          const { top } = element.getBoundingClientRect();
          const y = move.clientY - top + element.scrollTop;
          const row = rows[Math.floor(y / rowHeight)];
          if (!row) {
            place = null;
            setDrop(null);
            return;
          }
          const isContainer = session.library.slotsOf(session.tree.node(row.id)?.component ?? '').length > 0;
          const zone = zoneAt(y % rowHeight, rowHeight, isContainer);
          place = placeAtRow(session.tree, session.library, dragged.id, row, zone);
          setDrop({ row, zone, isRefused: typeof place === 'string' });
        },
        { signal },
      );
      addEventListener(
        'pointerup',
        () => {
          stop();
          const refusal = typeof place === 'string' ? place : place && moveNode(session, dragged.id, place)?.message;
          if (typeof refusal === 'string') showToast({ text: refusal, tone: 'danger' });
        },
        { signal },
      );
      addEventListener('pointercancel', stop, { signal });
      addEventListener(
        'keydown',
        (key) => {
          if (key.key !== 'Escape') return;
          key.stopPropagation();
          stop();
        },
        { signal, capture: true },
      );
    });
  };

  return { drop, start };
}
