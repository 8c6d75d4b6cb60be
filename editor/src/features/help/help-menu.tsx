import { BookOpen, CircleHelp, Keyboard, Search, Signpost } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine, MenuLink } from '../../ui/menu.tsx';

interface HelpMenuProps {
  paletteShortcut: string;
  onPalette: () => void;
  onShortcuts: () => void;
  /** Absent where there is nothing to be led through. */
  onTour?: (() => void) | undefined;
}

export function HelpMenu({ paletteShortcut, onPalette, onShortcuts, onTour }: HelpMenuProps) {
  return (
    <Menu trigger={<IconButton label="Help" icon={<CircleHelp size={18} />} />}>
      <MenuItem icon={<Search size={16} />} shortcut={paletteShortcut} onSelect={onPalette}>
        Find a command…
      </MenuItem>
      <MenuItem icon={<Keyboard size={16} />} shortcut="?" onSelect={onShortcuts}>
        Keyboard shortcuts
      </MenuItem>
      {onTour !== undefined && (
        <MenuItem icon={<Signpost size={16} />} onSelect={onTour}>
          Take the tour
        </MenuItem>
      )}
      <MenuLine />
      <MenuLink icon={<BookOpen size={16} />} href="/api/docs">
        API documentation
      </MenuLink>
    </Menu>
  );
}
