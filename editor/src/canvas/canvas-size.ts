import type { Breakpoint } from '../engine/document.ts';
import type { Zoom } from '../session/editor-state.ts';

export interface Area {
  width: number;
  height: number;
}

// Widths that stand for the devices of a breakpoint (docs/formats/style.md: tablet up to 1023, mobile up to 639).
const deviceWidths: Record<Breakpoint, number> = { base: 1200, tablet: 820, mobile: 390 };

export const zoomSteps: readonly number[] = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2];

export interface CanvasSize extends Area {
  scale: number;
}

// How large the frame is in its own pixels, and how much it is shrunk to fit the room. The desktop takes all the room there is.
export function canvasSize(room: Area, breakpoint: Breakpoint, zoom: Zoom): CanvasSize {
  const device = deviceWidths[breakpoint];
  const fitting = Math.min(1, room.width / device);
  const scale = zoom === 'fit' ? fitting : zoom;
  const width = breakpoint === 'base' ? Math.max(device, Math.round(room.width / scale)) : device;
  return { width, height: Math.round(room.height / scale), scale };
}

// The next zoom in steps of `zoomSteps`, from what is shown now.
export function nextZoom(scale: number, steps: number): number {
  const larger = zoomSteps.find((step) => step > scale + 0.01);
  const smaller = zoomSteps.findLast((step) => step < scale - 0.01);
  return (steps > 0 ? larger : smaller) ?? scale;
}
