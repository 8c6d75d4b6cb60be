export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#2b59d6" />
      <path d="M9 8h9a5.500 5.500 0 0 1 0 11h-5v5H9z" fill="#fff" />
      <path d="M13 12h4.600a1.600 1.600 0 0 1 0 3.200H13z" fill="#2b59d6" />
      <path d="M20 22h4v2.500h-4z" fill="#a9c1ff" />
    </svg>
  );
}
