// The pictures that come with every installation, library/illustrations/.
const names = [
  'apple-and-books',
  'clinic-welcome',
  'evening-music',
  'garden-party',
  'letter',
  'open-window',
  'picture',
  'quiet-talk',
  'school-house',
  'vaccination',
  'way-to-us',
  'week-plan',
];

export const illustrations = names.map((name) => {
  const words = name.replaceAll('-', ' ');
  return { src: `/assets/illustrations/${name}.svg`, label: words.charAt(0).toUpperCase() + words.slice(1) };
});
