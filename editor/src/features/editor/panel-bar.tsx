import { Layers, LayoutGrid, SlidersHorizontal } from 'lucide-react';

import styles from './panel-bar.module.css';

export type Panel = 'components' | 'layers' | 'properties';

const panels = [
  { panel: 'components', label: 'Components', icon: <LayoutGrid size={18} aria-hidden="true" /> },
  { panel: 'layers', label: 'Layers', icon: <Layers size={18} aria-hidden="true" /> },
  { panel: 'properties', label: 'Properties', icon: <SlidersHorizontal size={18} aria-hidden="true" /> },
] as const satisfies readonly { panel: Panel; label: string; icon: React.ReactNode }[];

interface PanelBarProps {
  open: Panel | null;
  onOpen: (panel: Panel | null) => void;
  // What stands in the place of the properties.
  propertiesLabel: string;
}

// On a screen too narrow for columns: which panel stands below the page. Pressed again, none does, and the page has all the room.
export function PanelBar({ open, onOpen, propertiesLabel }: PanelBarProps) {
  return (
    <nav className={styles.bar} aria-label="Panels">
      {panels.map(({ panel, label, icon }) => (
        <button key={panel} type="button" className={styles.choice} aria-pressed={panel === open} onClick={() => onOpen(panel === open ? null : panel)}>
          {icon}
          {panel === 'properties' ? propertiesLabel : label}
        </button>
      ))}
    </nav>
  );
}
