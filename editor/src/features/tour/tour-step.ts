/** One thing that the tour points at. */
export interface TourStep {
  title: string;
  text: string;
  /** The value of `data-tour` on what it is about. Where that is not to be seen, the step stands in the middle of the window. */
  place: string;
  side: 'top' | 'right' | 'bottom' | 'left';
}

export const editorTour: readonly TourStep[] = [
  {
    title: 'Build with components',
    text: 'Everything a page is made of is here. Drag a component onto the page, or choose one to put it next to what is selected.',
    place: 'components',
    side: 'right',
  },
  {
    title: 'The page, as visitors will see it',
    text: 'Click something to select it, double-click a text to write in it, and drag to move. Arrow keys and Enter do the same from the keyboard.',
    place: 'canvas',
    side: 'left',
  },
  {
    title: 'Settings and style',
    text: 'What is selected is set here: its words, pictures, colors and spaces, for each screen width. With nothing selected it is the page itself.',
    place: 'properties',
    side: 'left',
  },
  {
    title: 'Every change is saved',
    text: 'This always says whether your changes are on the server. Without a connection they are kept in this browser and follow later. Undo takes back any step, and History brings older versions back.',
    place: 'saved',
    side: 'bottom',
  },
  {
    title: 'Publish when it is ready',
    text: 'Nobody but your team sees the page until then. In the help menu you find every shortcut, this tour, and a search for everything that can be done.',
    place: 'publish',
    side: 'bottom',
  },
];
