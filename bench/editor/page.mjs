// The pages that editors open: those of the engine's benchmarks without their pictures, which would be fetched and decoded while editors are measured.
import { makePage } from '../engine/pages.mjs';

// `buttons`, `headings`: how many elements of these classes show that the page is there.
export function editorPage(size) {
  const page = makePage(size);
  const counted = { heading: 0, button: 0 };
  const visit = (nodes) => {
    for (const { component, props, children } of nodes) {
      delete props.image;
      if (component in counted) counted[component]++;
      visit(children?.content ?? []);
    }
  };
  visit(page.components);
  return { size, components: page.components, headings: counted.heading, buttons: counted.button };
}

// What is worked on: the first section and the heading in it, the same elements in every editor.
export const sectionTitle = '.pw-section__title';
export const headingText = '.pw-heading__text';
