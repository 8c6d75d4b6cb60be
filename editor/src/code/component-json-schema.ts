// What component.json may hold, for completion while it is written; docs/formats/component.md is the whole of it, and the engine judges.
const text = { type: 'string' };

export const componentJsonSchema = {
  type: 'object',
  properties: {
    name: { ...text, description: 'How pages refer to it. It never changes.' },
    display_name: { ...text, description: 'What people read.' },
    description: text,
    category: { enum: ['layout', 'content', 'form', 'media', 'data'] },
    version: { ...text, description: 'A semantic version: 1.0.0' },
    keywords: { type: 'array', items: text, description: 'Words by which it is found.' },
    slots: {
      type: 'object',
      description: 'Places for other components.',
      additionalProperties: {
        type: 'object',
        properties: { display_name: text, accepts: { type: 'array', items: text, description: 'Names of components, "category:content" or "*".' }, max: { type: 'integer' } },
      },
    },
    props: {
      type: 'object',
      description: 'JSON Schema 2020-12 of what authors set.',
      properties: { type: { const: 'object' }, properties: { type: 'object', additionalProperties: { $ref: '#/$defs/prop' } }, required: { type: 'array', items: text } },
    },
    config_ui: {
      type: 'object',
      properties: {
        groups: {
          type: 'array',
          items: { type: 'object', properties: { name: text, label: text, props: { type: 'array', items: text } } },
        },
        controls: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: {
              control: {
                enum: ['text', 'textarea', 'rich_text', 'number', 'slider', 'toggle', 'select', 'segmented', 'color', 'url', 'image', 'list', 'table'],
              },
              help: text,
              placeholder: text,
              labels: { type: 'object' },
            },
          },
        },
      },
    },
    initial: { type: 'object', description: 'What a new one starts with, beside the defaults.', properties: { props: { type: 'object' }, children: { type: 'object' } } },
    migrations: {
      type: 'array',
      description: 'What becomes of the props of older versions.',
      items: {
        type: 'object',
        properties: {
          from: { ...text, description: '1.x' },
          to: { ...text, description: '2.0.0' },
          steps: {
            type: 'array',
            items: {
              type: 'object',
              properties: { rename: text, move: text, map: text, default: text, remove: text, to: text, value: {}, values: { type: 'array' }, otherwise: {} },
            },
          },
        },
      },
    },
  },
  $defs: {
    prop: {
      type: 'object',
      properties: {
        type: { enum: ['string', 'number', 'integer', 'boolean', 'array', 'object'] },
        title: { ...text, description: 'The label in the panel.' },
        description: text,
        default: { description: 'What holds where nothing is set.' },
        enum: { type: 'array' },
        format: { enum: ['rich-text', 'url', 'image', 'color', 'email', 'date', 'time', 'date-time'] },
        minimum: { type: 'number' },
        maximum: { type: 'number' },
        multipleOf: { type: 'number' },
        minLength: { type: 'integer' },
        maxLength: { type: 'integer' },
        pattern: text,
        minItems: { type: 'integer' },
        maxItems: { type: 'integer' },
        items: { $ref: '#/$defs/prop' },
        properties: { type: 'object', additionalProperties: { $ref: '#/$defs/prop' } },
        required: { type: 'array', items: text },
      },
    },
  },
};
