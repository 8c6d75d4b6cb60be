import { Card, CardGrid } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

export function CardSkeletons({ label, size = 'medium' }: { label: string; size?: 'medium' | 'small' }) {
  return (
    <div aria-busy="true" role="status">
      <span className="visually-hidden">{label}</span>
      <div aria-hidden="true">
        <CardGrid label={label} size={size}>
          {Array.from({ length: 6 }, (_, index) => (
            <Card
              key={index}
              isInteractive={false}
              picture={<Skeleton height={size === 'small' ? 140 : 184} />}
              title={<Skeleton width="55%" height={15} />}
              detail={<Skeleton width="38%" height={13} />}
            />
          ))}
        </CardGrid>
      </div>
    </div>
  );
}
