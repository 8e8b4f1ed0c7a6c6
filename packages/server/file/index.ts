export { type FileFolder, type FileSize, openFileFolder } from './file-folder.ts';
export { cleanName } from './file-name.ts';
export { defaultFileSettings, type FileSettings } from './file-settings.ts';
export { acceptedTypes } from './file-type.ts';
export { type DrawnPicture, placePicture } from './place-picture.ts';
export { attachFiles, findFile, readFile } from './reading.ts';
export { type FileServices, receiveFile, type Upload } from './receive-file.ts';
export { filesOf, type StoredFile } from './store.ts';
export { sweepFiles } from './sweep-files.ts';
