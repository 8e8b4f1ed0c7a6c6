import type { CatalogueArea } from '../catalogue-area.ts';

export const importErrors = {
  'import.fileMissing': {
    status: 404,
    zh: '找不到文件 {file}，或没有读取权限。',
    en: 'The file {file} is not there or may not be read.',
    remedyZh: '请核对路径与权限后重试。',
    remedyEn: 'Check the path and the permissions and try again.',
  },
  'import.unreadable': {
    status: 400,
    zh: '文件 {file} 无法读取（{what}）。',
    en: 'The file {file} cannot be read ({what}).',
    remedyZh: '文件可能不完整或已损坏，请重新取得后再导入；已导入的部分不会重复。',
    remedyEn: 'It may be cut off or damaged: fetch it anew and import again; what was imported is not repeated.',
  },
  'import.encoding': {
    status: 400,
    zh: '文件 {file} 在第 {position} 字节之后不是 UTF-8 编码。',
    en: 'The file {file} is not UTF-8 after byte {position}.',
    remedyZh: '请另存为 UTF-8 编码的 CSV 后再导入（例如 iconv -f GBK -t UTF-8）。',
    remedyEn: 'Save it as CSV in UTF-8 (for example iconv -f GBK -t UTF-8) and import again.',
  },
  'import.columns': {
    status: 400,
    zh: '文件 {file} 的表头缺少映射所用的列，或其中的列出现两次：{columns}。',
    en: 'The header of {file} lacks columns that the mapping names, or has them twice: {columns}.',
    remedyZh: '请核对映射中的列名与文件首行（含分隔符）是否一致。',
    remedyEn: 'Compare the column names of the mapping with the first line of the file, and the delimiter.',
  },
  'import.notJson': {
    status: 400,
    zh: '文件 {file} 不是 JSON（{what}）。',
    en: 'The file {file} is not JSON ({what}).',
    remedyZh: '请按所指位置改正后重试。',
    remedyEn: 'Correct it at the place named and try again.',
  },
  'import.mapping': {
    status: 400,
    zh: '映射有 {count} 处不符合要求。',
    en: 'The mapping has {count} problem(s).',
    remedyZh: '请按所列各处改正；格式见 docs/guide/import-requests.md。',
    remedyEn: 'Correct each place listed; the format stands in docs/guide/import-requests.md.',
  },
  'import.areas': {
    status: 400,
    zh: '区域文件 {file} 与映射不符（{what}）。',
    en: 'The areas in {file} do not fit the mapping ({what}).',
    remedyZh: '须为 GeoJSON FeatureCollection，每个区域有唯一的名称；别名只能指向其中的名称。',
    remedyEn: 'Give a GeoJSON FeatureCollection whose areas have names of their own; aliases name only those.',
  },
  'import.districtDiffers': {
    status: 409,
    zh: '区划 {district} 已存在，时区为 {there}，与映射的 {given} 不同。',
    en: 'District {district} is there already, in zone {there}, not in {given} as the mapping says.',
    remedyZh: '请换一个 --district 代码，或改正映射中的时区。',
    remedyEn: 'Choose another --district code, or correct the zone in the mapping.',
  },
} as const satisfies CatalogueArea;
