// Components that draw icons offer just those that their partial can draw.

const drawnIn = (partial) => new Set([...partial.matchAll(/\{%-?\s*when "([^"]+)"/g)].map((match) => match[1]));

// The schemas of a prop, or of a member of a list's items, by its name.
function schemasOf(properties, name) {
  const members = Object.values(properties).map((schema) => schema.items?.properties?.[name]);
  return [properties[name], ...members].filter(Boolean);
}

/** Faults of `{% render "icon", name: … %}` in a component's template: names that the icon partial does not know. */
export function checkIcons(template, partials, definition) {
  if (!partials.icon) return [];
  const drawn = drawnIn(partials.icon);
  const named = [...template.matchAll(/render "icon", name: (?:"([^"]+)"|[\w.]*?(\w+))\s*-?%\}/g)];
  return named.flatMap(([, literal, prop]) => {
    const offered = literal ? [literal] : schemasOf(definition.props?.properties ?? {}, prop).flatMap((schema) => schema.enum ?? []);
    if (offered.length === 0) return [`icons are chosen by "${prop}", which has no enum`];
    return offered.filter((name) => name !== 'none' && !drawn.has(name)).map((name) => `icon "${name}" is offered and not drawn`);
  });
}
