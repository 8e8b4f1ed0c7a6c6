import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'antd/dist/reset.css';
import './style/index.css';
import { Console } from './compose.tsx';

const place = document.getElementById('console');
if (place === null) throw new Error('index.html has no #console');
createRoot(place).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
