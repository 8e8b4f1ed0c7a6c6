export { wordFile, type ZipPart, zipFile } from './zip-file.ts';
