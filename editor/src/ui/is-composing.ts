/** A key that belongs to what an input method is converting: Enter takes the conversion, Escape drops it. Safari tells of such an Enter only after it, by the code 229. */
export function isComposing({ isComposing: isWithin, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isWithin || keyCode === 229;
}
