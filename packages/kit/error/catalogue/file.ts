import type { CatalogueArea } from '../catalogue-area.ts';

export const fileErrors = {
  'file.unknown': {
    status: 404,
    zh: '没有这个文件，或已被清理。',
    en: 'There is no such file, or it was cleared away.',
    remedyZh: '请重新上传。',
    remedyEn: 'Upload it again.',
  },
  'file.tooLarge': {
    status: 413,
    zh: '文件超过 {limit} MB。',
    en: 'The file is larger than {limit} MB.',
    remedyZh: '请压缩或拆分后上传。',
    remedyEn: 'Make it smaller or split it.',
  },
  'file.empty': {
    status: 422,
    zh: '文件是空的。',
    en: 'The file is empty.',
    remedyZh: '请检查文件后重新上传。',
    remedyEn: 'Check the file and upload it again.',
  },
  'file.typeRefused': {
    status: 415,
    zh: '不接受此类文件（{found}）。',
    en: 'Files of this type ({found}) are not accepted.',
    remedyZh: '请上传 JPEG、PNG、WebP 图片或 PDF、docx、xlsx 文件。',
    remedyEn: 'Upload a JPEG, PNG or WebP picture, or a PDF, docx or xlsx file.',
  },
  'file.heic': {
    status: 415,
    zh: '这张照片是 HEIC 格式（苹果手机“高效”格式），不能接收。',
    en: 'This photo is in the HEIC format (“High Efficiency” of an iPhone), which is not accepted.',
    remedyZh:
      '请在苹果手机上打开“设置”→“相机”→“格式”，选“兼容性最佳”，重新拍摄后上传；已经拍好的，可在“文件”App 中长按照片，选“快速操作”→“转换图像”，转为 JPEG 后上传。',
    remedyEn:
      'On the iPhone open Settings → Camera → Formats, choose Most Compatible, take the photo again and upload that. A photo taken already: press it long in the Files app, choose Quick Actions → Convert Image and JPEG, and upload the result.',
  },
  'file.mismatch': {
    status: 415,
    zh: '文件名说是 {claimed}，内容却是 {found}。',
    en: 'The name says {claimed} but the content is {found}.',
    remedyZh: '请用正确的扩展名保存后再上传。',
    remedyEn: 'Save it under its right extension and upload it again.',
  },
  'file.bomb': {
    status: 422,
    zh: '文件展开后过大或结构可疑，已拒收。',
    en: 'The file unpacks to too much or is oddly built; it was refused.',
    remedyZh: '请用办公软件另存为新文件再上传。',
    remedyEn: 'Save it anew from an office program and upload that.',
  },
  'file.pictureTooLarge': {
    status: 422,
    zh: '图片超过 {limit} 百万像素。',
    en: 'The picture has more than {limit} million pixels.',
    remedyZh: '请缩小图片后上传。',
    remedyEn: 'Scale the picture down and upload it again.',
  },
  'file.damaged': {
    status: 422,
    zh: '文件已损坏，无法读取。',
    en: 'The file is damaged and cannot be read.',
    remedyZh: '请检查文件后重新上传。',
    remedyEn: 'Check the file and upload it again.',
  },
  'file.notYours': {
    status: 403,
    zh: '只能使用本人上传且尚未使用的文件。',
    en: 'Only files that you uploaded and nobody used yet can be attached.',
    remedyZh: '请重新上传该文件。',
    remedyEn: 'Upload the file again yourself.',
  },
  'file.lost': {
    status: 500,
    zh: '文件的记录还在，内容已不在磁盘上。',
    en: 'The file is on record but its content is not on disk.',
    remedyZh: '请从备份恢复文件目录。',
    remedyEn: 'Restore the folder of files from backup.',
  },
} as const satisfies CatalogueArea;
