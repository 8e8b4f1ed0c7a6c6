export {
  instantOf,
  keptLocale,
  type Reader,
  ReaderProvider,
  useMoments,
  useNow,
  usePageTitle,
  useReader,
} from './reader.tsx';
