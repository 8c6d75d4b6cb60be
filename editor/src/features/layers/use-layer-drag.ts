import { useEffect, useRef, useState, useSyncExternalStore, type PointerEvent, type RefObject } from 'react';

import { insertComponent, labelOfNodes, moveNodes } from '../../session/commands.ts';
import { dragByPress, type DragSource, type DropPlace } from '../../session/dragging.ts';
import type { PageSession } from '../../session/page-session.ts';
import { watchPress } from '../../session/press.ts';
import { useSession } from '../../session/react.ts';
import { tellRefusal } from '../../session/refusals.ts';

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
    const { source, pointer } = dragging;
    const drag = new AbortController();
    // Before the canvas, which ends the drag.
    const options = { signal: drag.signal, capture: true };
    let place: DropPlace | string | null = null;
    const aim = (move: globalThis.PointerEvent) => {
      if (move.pointerId !== pointer) return;
      const aimed = targetAt(session, source, rowAt(list.current, shownRows.current, rowHeight, move.clientX, move.clientY));
      place = aimed?.place ?? null;
      setDrop(aimed?.drop ?? null);
    };
    addEventListener('pointermove', aim, options);
    addEventListener('pointerup', (up) => (up.pointerId === pointer ? dropAt(session, source, place) : undefined), options);
    return () => {
      drag.abort();
      setDrop(null);
    };
  }, [session, dragging, list, rowHeight]);

  // The canvas keeps the pointer of a drag that began there, and says where it is.
  useEffect(
    () =>
      session.dragOutside.subscribe(() => {
        const outside = session.dragOutside.get();
        const aimed = outside && targetAt(session, outside.source, rowAt(list.current, shownRows.current, rowHeight, outside.x, outside.y));
        setDrop(outside?.isDropped === false ? (aimed?.drop ?? null) : null);
        if (outside?.isDropped) dropAt(session, outside.source, aimed?.place ?? null);
      }),
    [session, list, rowHeight],
  );

  const start = (event: PointerEvent, { id }: LayerRow, onMenu: (x: number, y: number) => void) => {
    const { canEdit, selected } = session.state.get();
    if (!canEdit) return void watchPress(event.nativeEvent, { onMenu });
    const ids = selected.includes(id) ? selected : [id];
    dragByPress(session, event.nativeEvent, event.currentTarget, { source: { kind: 'nodes', ids }, label: labelOfNodes(session, ids), onMenu });
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
  clientX: number,
  clientY: number,
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

interface Target {
  place: DropPlace | string; // or why it can't go there
  drop: LayerDrop;
}

function targetAt(session: PageSession, source: DragSource, at: RowUnderPointer | null): Target | null {
  if (!at) return null;
  const zone = zoneOf(session, at);
  const place = placeAtRow(session.tree, session.library, draggedBy(session, source), at.row, zone);
  return { place, drop: { row: at.row, zone, isRefused: typeof place === 'string' } };
}

function dropAt(session: PageSession, source: DragSource, place: DropPlace | string | null): void {
  if (place === null) return;
  tellRefusal(session, typeof place === 'string' ? { message: place } : dropped(session, source, place));
}

function dropped(session: PageSession, source: DragSource, place: DropPlace) {
  return source.kind === 'component' ? insertComponent(session, source.component, place) : moveNodes(session, source.ids, place);
}
