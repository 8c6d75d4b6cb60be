import { Popover } from 'radix-ui';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { markSeen } from '../../api/remembered.ts';
import { Button } from '../../ui/button.tsx';
import type { TourStep } from './tour-step.ts';
import styles from './tour.module.css';

interface TourProps {
  steps: readonly TourStep[];
  /** After the last step, or where it was skipped. */
  onEnd: () => void;
}

/** Leads through the screen, a card at a time. The screen can be used meanwhile. */
export function Tour({ steps, onEnd }: TourProps) {
  const [index, setIndex] = useState(0);
  const id = useId();
  const next = useRef<HTMLButtonElement>(null);
  const step = steps[index];
  const rect = usePlace(step?.place ?? '');
  const isLast = index === steps.length - 1;
  const end = () => {
    markSeen('tour');
    onEnd();
  };

  useEffect(() => next.current?.focus(), [index]);
  if (!step || !rect) return null;
  return (
    <>
      {rect.width > 0 && <div className={styles.ring} aria-hidden="true" style={{ left: rect.left, top: rect.top, width: rect.width, height: rect.height }} />}
      <Popover.Root open>
        <Popover.Anchor virtualRef={{ current: { getBoundingClientRect: () => rect } }} />
        <Popover.Portal>
          <Popover.Content
            key={step.place}
            className={styles.card}
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-text`}
            side={step.side}
            sideOffset={10}
            collisionPadding={12}
            onOpenAutoFocus={(event) => {
              event.preventDefault();
              next.current?.focus();
            }}
            onInteractOutside={(event) => event.preventDefault()}
            onEscapeKeyDown={end}
          >
            <p className={styles.count}>
              Step {index + 1} of {steps.length}
            </p>
            <h2 id={`${id}-title`} className={styles.title}>
              {step.title}
            </h2>
            <p id={`${id}-text`} className={styles.text}>
              {step.text}
            </p>
            <div className={styles.actions}>
              {!isLast && (
                <Button tone="quiet" size="small" onClick={end}>
                  Skip the tour
                </Button>
              )}
              <span className={styles.space} />
              {index > 0 && (
                <Button size="small" onClick={() => setIndex(index - 1)}>
                  Back
                </Button>
              )}
              <Button ref={next} tone="primary" size="small" onClick={() => (isLast ? end() : setIndex(index + 1))}>
                {isLast ? 'Done' : 'Next'}
              </Button>
            </div>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </>
  );
}

// Where the thing is that a step is about; the window's middle, without a size, where it can't be seen.
function usePlace(place: string): DOMRect | null {
  const [rect, setRect] = useState<DOMRect | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const found = document.querySelector(`[data-tour="${place}"]`)?.getBoundingClientRect();
      setRect(found && found.width > 0 ? visiblePart(found) : new DOMRect(innerWidth / 2, innerHeight / 2, 0, 0));
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [place]);
  return rect;
}

const inset = 3;

function visiblePart({ left, top, right, bottom }: DOMRect): DOMRect {
  const start = Math.max(left, inset);
  const up = Math.max(top, inset);
  return new DOMRect(start, up, Math.min(right, innerWidth - inset) - start, Math.min(bottom, innerHeight - inset) - up);
}
