import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Where the server listens while the console is being worked on. */
const server = process.env.HUYING_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: here('./console'),
  plugins: [react()],
  build: { outDir: here('./dist'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700 },
  server: { port: 5173, proxy: { '/api': { target: server, changeOrigin: false } } },
});
