// What requests may carry, and how pages are listed.

const text = (maxLength, minLength = 0) => ({ type: 'string', minLength, maxLength });
const object = (properties, required = []) => ({ type: 'object', properties, required, additionalProperties: false });
const uuid = { type: 'string', format: 'uuid' };

// What stands below the components is not looked at.
const structure = object({ components: { type: 'array', items: { type: 'object' } } }, ['components']);
const content = { description: text(2000), structure, layout: { type: 'object' }, metadata: { type: 'object' } };

export const credentials = object({ email: { type: 'string', format: 'email' }, password: text(1024) }, ['email', 'password']);
export const newPage = object({ name: text(255, 1), ...content }, ['name']);
export const pageUpdate = object({ name: text(255, 1), ...content });
export const publication = object({ environmentId: uuid }, ['environmentId']);
export const withId = object({ id: uuid }, ['id']);
export const pageQuery = object({ limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 }, offset: { type: 'integer', minimum: 0, default: 0 } });

const textOrNull = { type: ['string', 'null'] };
export const pageItem = object({
  id: textOrNull, organizationId: textOrNull, ownerId: textOrNull, name: textOrNull, slug: textOrNull, description: textOrNull, metadata: { type: 'object', additionalProperties: true },
  status: textOrNull, currentVersionId: textOrNull, latestVersionNumber: { type: 'integer' }, createdAt: textOrNull, updatedAt: textOrNull,
  publishedAt: textOrNull, publishedBy: textOrNull,
});
