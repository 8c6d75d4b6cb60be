// The pictures that come with every installation, library/illustrations/.
const names = [
  'apple-and-books',
  'bike-workshop',
  'clinic-welcome',
  'day-pack',
  'day-pack-pine',
  'day-pack-sky',
  'evening-music',
  'first-light',
  'garden-party',
  'letter',
  'lost-kite',
  'mark-fernway',
  'mark-harrow',
  'mark-millstone',
  'mark-northlight',
  'mark-tidepool',
  'on-the-way',
  'open-window',
  'picture',
  'portrait-amara',
  'portrait-ingrid',
  'portrait-jonas',
  'portrait-mei',
  'portrait-noor',
  'portrait-priya',
  'portrait-samuel',
  'portrait-tomas',
  'quiet-talk',
  'reading-room',
  'school-house',
  'tree-planting',
  'vaccination',
  'vegetable-box',
  'way-to-us',
  'week-plan',
];

export const illustrations = names.map((name) => {
  const words = name.replaceAll('-', ' ');
  return { src: `/assets/illustrations/${name}.svg`, label: words.charAt(0).toUpperCase() + words.slice(1) };
});
