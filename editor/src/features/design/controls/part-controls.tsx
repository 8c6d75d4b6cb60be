import { Plus, X } from 'lucide-react';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { aliasOf } from '../../../tokens/token-tree.ts';
import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { NumberField } from './number-field.tsx';
import { ValueControl } from './value-control.tsx';

interface Part {
  name: string;
  label: string;
  type: string;
}

/** The parts of composite values, in the order in which people speak of them. */
const partsOf: Readonly<Record<string, readonly Part[]>> = {
  shadow: [
    { name: 'offsetX', label: 'Right', type: 'dimension' },
    { name: 'offsetY', label: 'Down', type: 'dimension' },
    { name: 'blur', label: 'Blur', type: 'dimension' },
    { name: 'spread', label: 'Spread', type: 'dimension' },
    { name: 'color', label: 'Colour', type: 'color' },
  ],
  border: [
    { name: 'width', label: 'Width', type: 'dimension' },
    { name: 'style', label: 'Style', type: 'strokeStyle' },
    { name: 'color', label: 'Colour', type: 'color' },
  ],
  transition: [
    { name: 'duration', label: 'Duration', type: 'duration' },
    { name: 'delay', label: 'Delay', type: 'duration' },
    { name: 'timingFunction', label: 'Curve', type: 'cubicBezier' },
  ],
  typography: [
    { name: 'fontFamily', label: 'Fonts', type: 'fontFamily' },
    { name: 'fontSize', label: 'Size', type: 'dimension' },
    { name: 'fontWeight', label: 'Weight', type: 'fontWeight' },
    { name: 'lineHeight', label: 'Line height', type: 'number' },
    { name: 'letterSpacing', label: 'Letter spacing', type: 'dimension' },
  ],
};

/** A composite value: each part by itself, of its own or another token's. */
export function PartsControl({ type, value, onChange, ...props }: ControlProps & { type: string }) {
  const members: JsonObject = isJsonObject(value) ? value : {};
  const present = (partsOf[type] ?? []).filter(({ name }) => members[name] !== undefined);
  return (
    <div className={styles.parts}>
      {present.map(({ name, label, type: partType }) => (
        <div key={name} className={styles.part} data-type={partType}>
          <span className={styles.partName}>{label}</span>
          <ValueControl
            {...props}
            isPart
            type={partType === 'number' && typeof members[name] !== 'number' ? 'dimension' : partType}
            label={`${props.label}: ${label.toLowerCase()}`}
            value={members[name] ?? ''}
            onChange={(part) => onChange({ ...members, [name]: part })}
          />
        </div>
      ))}
    </div>
  );
}

const pixels = (value: number): JsonObject => ({ value, unit: 'px' });
const newLayer = (): JsonObject => ({
  color: { colorSpace: 'srgb', components: [0, 0, 0], alpha: 0.2, hex: '#000000' },
  offsetX: pixels(0),
  offsetY: pixels(4),
  blur: pixels(12),
  spread: pixels(0),
});

/** One shadow or several, which lie over each other. */
export function ShadowControl({ value, onChange, ...props }: ControlProps) {
  const layers = Array.isArray(value) ? value : [value];
  const put = (next: JsonValue[]): void => onChange(next.length === 1 && !Array.isArray(value) ? (next[0] ?? '') : next);
  return (
    <div className={styles.layers}>
      {layers.map((layer, index) => {
        const name = layers.length === 1 ? props.label : `${props.label}, layer ${String(index + 1)}`;
        const replace = (next: JsonValue): void => put(layers.map((other, at) => (at === index ? next : other)));
        const id = `${name} inset`;
        return (
          <fieldset key={index} className={styles.layer}>
            <legend className="visually-hidden">{name}</legend>
            {layers.length > 1 && (
              <div className={styles.layerTop}>
                <span className={styles.partName}>Layer {index + 1}</span>
                {!props.isDisabled && <IconButton label={`Remove layer ${String(index + 1)}`} size="small" icon={<X size={14} />} onClick={() => put(layers.filter((_, at) => at !== index))} />}
              </div>
            )}
            {aliasOf(layer) === null ? <PartsControl {...props} label={name} type="shadow" value={layer} onChange={replace} /> : <ValueControl {...props} label={name} type="shadow" value={layer} onChange={replace} />}
            {isJsonObject(layer) && aliasOf(layer) === null && (
              <div className={styles.part}>
                <span className={styles.partName} aria-hidden="true">
                  Inside
                </span>
                <Switch label={id} isOn={layer.inset === true} isDisabled={props.isDisabled} onChange={(isOn) => replace(withInset(layer, isOn))} />
              </div>
            )}
          </fieldset>
        );
      })}
      {!props.isDisabled && (
        <Button size="small" tone="quiet" icon={<Plus size={14} />} onClick={() => onChange([...layers, newLayer()])}>
          Add a layer
        </Button>
      )}
    </div>
  );
}

function withInset({ inset: _, ...layer }: JsonObject, isOn: boolean): JsonObject {
  return isOn ? { ...layer, inset: true } : layer;
}

/** Colours along a line. */
export function GradientControl({ value, onChange, ...props }: ControlProps) {
  const stops = Array.isArray(value) ? value : [];
  const put = (index: number, change: JsonObject): void => onChange(stops.map((stop, at) => (at === index && isJsonObject(stop) ? { ...stop, ...change } : stop)));
  return (
    <div className={styles.layers}>
      {stops.map((stop, index) => {
        const name = `${props.label}, stop ${String(index + 1)}`;
        if (!isJsonObject(stop)) return null;
        return (
          <div key={index} className={styles.part}>
            <NumberField
              label={`${name}: position in percent`}
              className={styles.narrow}
              value={typeof stop.position === 'number' ? Math.round(stop.position * 100) : 0}
              step={1}
              min={0}
              max={100}
              isDisabled={props.isDisabled}
              onChange={(percent) => put(index, { position: percent / 100 })}
            />
            <ValueControl {...props} label={name} type="color" value={stop.color ?? ''} onChange={(color) => put(index, { color })} />
          </div>
        );
      })}
    </div>
  );
}
