// The library's components that the pages are made of, for React, with the same markup. `root` goes to the outermost element; `slot(className)` makes
// the element that has what stands inside.

export function Section({ title, intro, tone = 'plain', root, slot }) {
  return (
    <section ref={root} className={`pw-section pw-section--${tone} pw-section--space-medium pw-section--start`}>
      <div className="pw-section__inner pw-section__inner--content">
        <div className="pw-section__header">
          <h2 className="pw-section__title">{title}</h2>
          <p className="pw-section__intro">{intro}</p>
        </div>
        {slot('pw-section__content')}
      </div>
    </section>
  );
}

export function Grid({ columns = 3, slot }) {
  return slot(`pw-grid pw-grid--columns-${columns} pw-grid--cell-medium pw-grid--gap-medium pw-grid--align-stretch`);
}

export function Heading({ text, level: Level = 'h3', root }) {
  return (
    <div ref={root} className={`pw-heading pw-heading--${Level} pw-heading--size-auto pw-heading--start`}>
      <Level className="pw-heading__text">{text}</Level>
    </div>
  );
}

export function Card({ title, text, link_label: label, url, root, slot }) {
  return (
    <article ref={root} className="pw-card pw-card--vertical pw-card--surface pw-card--start">
      <div className="pw-card__body">
        <h3 className="pw-card__title">{title}</h3>
        <p className="pw-card__text">{text}</p>
        {slot('pw-card__content')}
        <p className="pw-card__more">
          <a className="pw-card__link" href={url}>
            {label}
          </a>
        </p>
      </div>
    </article>
  );
}

export function Button({ label, url, root }) {
  return (
    <span ref={root} className="pw-button pw-button--primary pw-button--medium">
      <a className="pw-button__control" href={url}>
        <span className="pw-button__label">{label}</span>
      </a>
    </span>
  );
}
