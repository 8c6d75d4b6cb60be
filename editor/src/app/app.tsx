export function App() {
  return <h1>Pagewright</h1>;
}
