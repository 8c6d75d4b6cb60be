import {
  AlignLeft,
  BadgeCheck,
  Box,
  ChartColumn,
  CirclePlay,
  Columns3,
  FormInput,
  Grid3x3,
  Heading,
  Image,
  Images,
  LayoutTemplate,
  List,
  RectangleHorizontal,
  Rows3,
  SquareCheck,
  SquareMousePointer,
  SquareStack,
  Table,
  Text,
  TextCursorInput,
  type LucideIcon,
} from 'lucide-react';

const byName: Record<string, LucideIcon> = {
  container: Box,
  grid: Grid3x3,
  flex: Columns3,
  section: Rows3,
  hero: LayoutTemplate,
  card: RectangleHorizontal,
  list: List,
  text: Text,
  heading: Heading,
  form: FormInput,
  input: TextCursorInput,
  button: SquareMousePointer,
  select: BadgeCheck,
  checkbox: SquareCheck,
  textarea: AlignLeft,
  image: Image,
  video: CirclePlay,
  gallery: Images,
  table: Table,
  chart: ChartColumn,
};

const byCategory: Record<string, LucideIcon> = {
  layout: Box,
  content: Text,
  form: FormInput,
  media: Image,
  data: ChartColumn,
};

export function ComponentIcon({ name, category, size = 16 }: { name: string; category?: string | undefined; size?: number }) {
  const Icon = byName[name] ?? byCategory[category ?? ''] ?? SquareStack;
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" />;
}
