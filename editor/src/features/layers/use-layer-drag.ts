import { useEffect, useRef, useState, useSyncExternalStore, type PointerEvent, type RefObject } from 'react';

import { insertComponent, labelOfNodes, moveNodes } from '../../session/commands.ts';
import { watchForDrag, type DragSource, type DropPlace } from '../../session/dragging.ts';
import type { PageSession } from '../../session/page-session.ts';
import { useSession } from '../../session/react.ts';
import { showToast } from '../../ui/toast-queue.ts';

import { placeAtRow, zoneAt, type Dragged, type RowZone } from './drop-between-rows.ts';
import type { LayerRow } from './rows.ts';

export interface LayerDrop {
  row: LayerRow;
  zone: RowZone;
  isRefused: boolean;
}

// How near to the upper or lower edge of the list a drag scrolls it, and how far a move of the pointer does, in pixels.
const scrollZone = 24;
const scrollStep = 15;

// Dragging rows of the tree, alone or several that are selected: to another place in it, or out onto the canvas. What is dragged from
// elsewhere can be dropped here too.
export function useLayerDrag(list: RefObject<HTMLElement | null>, rows: readonly LayerRow[], rowHeight: number) {
  const session = useSession();
  const dragging = useSyncExternalStore(session.dragging.subscribe, session.dragging.get);
  const [drop, setDrop] = useState<LayerDrop | null>(null);
  const shownRows = useRef(rows);
  useEffect(() => {
    shownRows.current = rows;
  });

  useEffect(() => {
    if (!dragging) return undefined;
    const dragged = draggedBy(session, dragging.source);
    const drag = new AbortController();
    // Before the canvas, which ends the drag.
    const options = { signal: drag.signal, capture: true };
    let place: DropPlace | string | null = null;
    addEventListener(
      'pointermove',
      (move) => {
        const at = rowAt(list.current, shownRows.current, rowHeight, move);
        place = at && placeAtRow(session.tree, session.library, dragged, at.row, zoneOf(session, at));
        setDrop(at && { row: at.row, zone: zoneOf(session, at), isRefused: typeof place === 'string' });
      },
      options,
    );
    addEventListener(
      'pointerup',
      () => {
        const refusal = typeof place === 'string' ? place : place && dropAt(session, dragging.source, place)?.message;
        if (typeof refusal === 'string') showToast({ text: refusal, tone: 'danger' });
      },
      options,
    );
    return () => {
      drag.abort();
      setDrop(null);
    };
  }, [session, dragging, list, rowHeight]);

  const start = (event: PointerEvent, { id }: LayerRow) => {
    const { canEdit, selected } = session.state.get();
    if (!canEdit) return;
    const ids = selected.includes(id) ? selected : [id];
    watchForDrag(event, (x, y) => session.dragging.set({ source: { kind: 'nodes', ids }, label: labelOfNodes(session, ids), x, y }));
  };

  return { drop, start };
}

interface RowUnderPointer {
  row: LayerRow;
  offset: number; // from the row's upper edge
  rowHeight: number;
}

function rowAt(
  list: HTMLElement | null,
  rows: readonly LayerRow[],
  rowHeight: number,
  { clientX, clientY }: { clientX: number; clientY: number },
): RowUnderPointer | null {
  if (!list) return null;
  const { left, right, top, bottom } = list.getBoundingClientRect();
  if (clientX < left || clientX > right || clientY < top || clientY > bottom) return null;
  if (clientY < top + scrollZone) list.scrollTop -= scrollStep;
  else if (clientY > bottom - scrollZone) list.scrollTop += scrollStep;
  const y = clientY - top + list.scrollTop;
  const row = rows[Math.floor(y / rowHeight)];
  return row ? { row, offset: y % rowHeight, rowHeight } : null;
}

function zoneOf(session: PageSession, { row, offset, rowHeight }: RowUnderPointer): RowZone {
  const isContainer = session.library.slotsOf(session.tree.node(row.id)?.component ?? '').length > 0;
  return zoneAt(offset, rowHeight, isContainer);
}

function draggedBy(session: PageSession, source: DragSource): Dragged {
  if (source.kind === 'component') return { ids: [], components: [source.component] };
  return { ids: source.ids, components: source.ids.map((id) => session.tree.node(id)?.component ?? '') };
}

function dropAt(session: PageSession, source: DragSource, place: DropPlace) {
  return source.kind === 'component' ? insertComponent(session, source.component, place) : moveNodes(session, source.ids, place);
}
