import type { DemoUnit, UnitKind } from './unit.ts';

/** code | parent | kind | name | English name */
const TABLE = `
qzf||government|清江区人民政府|Qingjiang District People's Government
zhzx|qzf|centre|区综合指挥调度中心|Integrated Command and Dispatch Centre
rxk|zhzx|division|热线受理科|Hotline Desk
dpk|zhzx|division|调度派遣科|Dispatch Desk
hfk|zhzx|division|回访评价科|Call-back Desk
jdd|zhzx|division|网格监督员大队|Grid Verification Team
zfb|qzf|department|区政府办公室|District Government Office
dcs|qzf|department|区政府督查室|Supervision Office
xfj|qzf|department|区信访局|Petitions Bureau
csj|qzf|department|区城市管理和综合执法局|City Management and Enforcement Bureau
hwzx|csj|institution|区环境卫生管理中心|Sanitation Centre
zfdd|csj|division|综合执法大队|Enforcement Brigade
zjj|qzf|department|区住房和城乡建设局|Housing and Construction Bureau
zfbz|zjj|institution|区住房保障中心|Housing Security Centre
swj|qzf|department|区水务局|Water Affairs Bureau
hcs|swj|institution|区河涌管理所|Creeks and River Office
hbj|qzf|department|区生态环境局|Ecology and Environment Bureau
jtj|qzf|department|区交通运输局|Transport Bureau
szs|jtj|institution|区市政道路养护所|Road Maintenance Office
scj|qzf|department|区市场监督管理局|Market Supervision Bureau
gaj|qzf|department|公安分局|Public Security Branch
jjd|qzf|department|公安交警大队|Traffic Police Brigade
mzj|qzf|department|区民政局|Civil Affairs Bureau
rsj|qzf|department|区人力资源和社会保障局|Human Resources and Social Security Bureau
ybj|qzf|department|区医疗保障局|Medical Insurance Bureau
jyj|qzf|department|区教育局|Education Bureau
wjj|qzf|department|区卫生健康局|Health Bureau
jkzx|wjj|institution|区疾病预防控制中心|Disease Control Centre
yjj|qzf|department|区应急管理局|Emergency Management Bureau
xfd|qzf|department|区消防救援大队|Fire and Rescue Brigade
yll|qzf|department|区林业和园林局|Forestry and Gardens Bureau
sjj|qzf|department|区政务服务和数据管理局|Public Service and Data Bureau
zrj|qzf|department|区规划和自然资源局|Planning and Natural Resources Bureau
bdc|zrj|institution|区不动产登记中心|Property Registration Centre
fgj|qzf|department|区发展和改革局|Development and Reform Bureau
kgj|qzf|department|区科技工业商务和信息化局|Science, Industry and Commerce Bureau
czj|qzf|department|区财政局|Finance Bureau
sfj|qzf|department|区司法局|Justice Bureau
wlj|qzf|department|区文化广电旅游体育局|Culture, Tourism and Sports Bureau
nyj|qzf|department|区农业农村局|Agriculture and Rural Affairs Bureau
sjb|qzf|department|区审计局|Audit Bureau
tyj|qzf|department|区退役军人事务局|Veterans Affairs Bureau
swb|qzf|department|区税务局|Tax Bureau
clh|qzf|institution|区残疾人联合会|Disabled Persons' Federation
gjj|qzf|institution|住房公积金区管理部|Housing Fund Office
gds|qzf|company|清江供电公司|Qingjiang Power Supply Company
gss|qzf|company|清江供水公司|Qingjiang Water Supply Company
pss|qzf|company|清江排水公司|Qingjiang Drainage Company
rqs|qzf|company|清江燃气公司|Qingjiang Gas Company
grs|qzf|company|清江区域能源公司|Qingjiang District Energy Company
gjs|qzf|company|清江公共交通公司|Qingjiang Bus Company
txs|qzf|company|清江通信设施公司|Qingjiang Telecom Facilities Company
tcs|qzf|company|清江静态交通公司|Qingjiang Parking Company
wys|qzf|company|清江公房物业公司|Qingjiang Public Housing Management Company
tjj|qzf|department|区统计局|Statistics Bureau
rdb|qzf|institution|区人大常委会办公室|Office of the Standing Committee of the District Congress`;

export const departments: readonly DemoUnit[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [code = '', parent = '', kind = '', zh = '', en = ''] = line.split('|');
    return { code, parent: parent === '' ? null : parent, kind: kind as UnitKind, name: { zh, en } };
  });
