import { HuyingError } from '@huying/kit/error';
import { fileTypeFromFile } from 'file-type';
import { endingOf } from './file-name.ts';

/** What may be kept: a picture is made anew, the others are kept as they came and only ever sent as downloads. */
export interface AcceptedType {
  readonly mime: string;
  readonly picture: boolean;
  /** endings of names that say this type, the usual one first */
  readonly endings: readonly [string, ...string[]];
}

export const acceptedTypes: readonly AcceptedType[] = [
  { mime: 'image/jpeg', picture: true, endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  { mime: 'image/png', picture: true, endings: ['png'] },
  { mime: 'image/webp', picture: true, endings: ['webp'] },
  { mime: 'application/pdf', picture: false, endings: ['pdf'] },
  {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    picture: false,
    endings: ['docx'],
  },
  { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', picture: false, endings: ['xlsx'] },
];

/** What an iPhone takes photos in unless told otherwise; no free library makes a picture of it. */
const HEIC = /^image\/hei[cf](-sequence)?$/;

/**
 * The type of a file by its content, whatever its sender called it.
 * @param path where it lies @param name its clean name, whose ending must not say something else
 * @throws file.typeRefused, file.heic, file.mismatch
 */
export async function typeOf(path: string, name: string): Promise<AcceptedType> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const type = acceptedTypes.find((one) => one.mime === found?.mime);
  if (found !== undefined && HEIC.test(found.mime)) throw new HuyingError('file.heic');
  if (type === undefined) throw new HuyingError('file.typeRefused', { found: found?.ext ?? '?' });
  const ending = endingOf(name)?.toLowerCase();
  if (ending !== undefined && !type.endings.includes(ending)) {
    throw new HuyingError('file.mismatch', { claimed: ending, found: type.endings[0] });
  }
  return type;
}
