import type { DemandKind } from '../matters/index.ts';
import type { DayRhythm, HourRhythm } from './rhythm.ts';
import type { Terrain } from './terrain.ts';

/**
 * What people ask about and in what words. A line: item, share of all cases (per mille, roughly), rhythm of days, rhythm of hours, terrain, kinds with
 * weights (c consultation, r request, p complaint, t report, s suggestion), then phrases; a phrase that begins with ? is a question.
 *
 * {路} road and number · {地} a named place there or nearby · {社} community · {时} a time that fits · {楼} building · {店} shop · {食} eating house · {娱} place of amusement · {天} days · {钱} {薪} sums of money
 */
const TABLE = `
0101 16 warm day any r6p3s1|{路}旁的垃圾{天}天没人清运，已经发臭|{地}门口垃圾堆在路边没有运走|{社}楼下垃圾收集点长期无人清理，苍蝇很多
0102 12 steady day any r5p3s1|{路}路面满是泥土和落叶，没人清扫|{地}附近人行道油污严重，走路打滑|{路}一带早上没有保洁，烟头纸屑到处都是
0103 14 warm day any r6p3|{地}旁边的垃圾桶满了没人收|{路}垃圾桶翻倒，垃圾散了一地|{社}垃圾站满溢，污水流到路面
0104 24 steady evening any p5r4t1|{路}人行道被摊贩占满，行人只能走机动车道|{地}门口{时}有人占道摆摊卖水果|{路}路口有车辆占道卖衣服，影响通行
0105 18 warm evening any p5r3t2|{地}门口流动摊贩聚集，油烟很大|{路}天桥下游商叫卖，喇叭声很响|{时}有几辆三轮车在{地}旁边卖烧烤
0106 13 steady day any p6r3t1|{路}{店}把桌椅摆到店外人行道上|{地}对面{店}长期在店外堆放货物|{路}{店}把冰柜和招牌都放在盲道上
0107 5 steady day any r6p2s1|{路}墙面和电杆上贴满小广告|{社}楼道里被喷了很多开锁广告|{地}公告栏被贴满招租广告
0108 5 storm day any r5p4|{路}{店}的招牌松动，风大怕掉下来|{地}楼顶广告牌灯光太亮影响休息|{路}有户外广告破损，铁架外露
0109 5 steady day any p4r5s2|{地}旁边的公厕没有水，气味难闻|{路}公厕门锁坏了一直没修|{地}公厕里没有洗手液和纸，地面很湿
0110 9 steady day any r5p4|{社}{楼}楼道堆满杂物，无法通行|{路}路边有人丢弃旧沙发旧床垫|{地}旁绿化带里堆着装修废料
0111 5 dry day rural r4p4t2|{社}有人在空地焚烧垃圾，烟雾很大|{路}附近{时}有人烧树叶，满屋都是烟味|{地}后面经常烧塑料，气味刺鼻
0201 10 dry day any t6p4|{社}{楼}楼顶正在加建铁皮房|{地}旁边空地正在砌墙搭棚，没有公示|{路}有住户正在阳台外搭建，{时}还在施工
0202 9 steady office any p5t4|{社}{楼}天台搭了铁皮棚多年没有拆|{路}一楼住户围占绿地建了小房|{地}后面的违建一直没有拆除
0203 4 steady office any t5p4c1|{社}{楼}住户装修敲了承重墙|{地}楼下商铺私自打通墙体，担心房屋安全|?想问室内拆墙需要到哪里办手续
0204 5 steady day estate p6r3|{社}{楼}楼道被人装铁门占用|{地}小区公共架空层被圈起来当仓库|{社}公共绿地被人种菜
0205 6 office office any c7p3|?之前反映的{社}违建查处到哪一步了|?想了解{路}违章建筑什么时候拆|{社}违建投诉{天}天了没有回音
0206 2 dry office site t6p3|{地}没有施工许可证就开工|{地}围挡没有公示牌，怀疑无证施工
0301 30 warm night site p7r3|{地}{时}还在施工，打桩声很大无法入睡|{路}道路施工{时}用风镐破路，吵得睡不着|{社}旁边工地半夜浇筑混凝土，已经连续{天}天
0302 22 warm dusk any p6r4|{地}{时}跳广场舞音响声音太大|{地}有人用大音箱唱歌，吵到晚上十点多|{路}{店}门口喇叭循环叫卖
0303 11 warm night any p7r2t1|{路}{娱}唱歌声音很大，{时}还没停|{地}楼下酒吧营业到凌晨，低音震得窗户响|{路}烧烤店客人大声喧哗到深夜
0304 14 steady day estate p6r4|{社}{楼}楼上装修午休时间还在电钻|{社}{楼}邻居周末装修，噪音很大|{地}小区住户{时}还在敲墙
0305 4 steady night any p4r4s2|{路}大货车夜间鸣笛，睡不好|{路}井盖被车压得哐哐响，整晚吵|{路}有摩托车炸街
0306 4 heat day workshops p7r2|{地}的冷却塔整天轰鸣|{地}厂房机器昼夜不停|{地}的水泵房嗡嗡响，家里老人受不了
0307 5 steady dusk any p6r4|{社}{楼}邻居养的狗整晚叫|{地}有人遛狗不牵绳，吓到小孩|{社}流浪狗成群，担心咬人
0401 16 rain commute any r7p3|{路}路面有大坑，电动车容易摔倒|{地}门口道路破损，下雨积水看不见坑|{路}沥青开裂下沉，车过颠簸
0402 10 rain commute any r7p3|{路}井盖破损，行人差点踩空|{地}门口井盖松动，车压过响声很大|{路}慢车道井盖下沉，骑车很危险
0403 6 storm commute any r8p2|{路}路口红绿灯不亮，交通混乱|{地}路口信号灯绿灯时间太短，老人过不了马路|{路}信号灯一直是黄灯闪烁
0404 34 steady dusk any p5r4t1|{路}人行道停满小车，婴儿车过不去|{地}门口有车停在路口，挡住视线|{路}消防栓旁停了一辆车，{天}天没动|{社}内街乱停车，救护车进不来
0405 12 commute commute any r5p5|{地}门口电动车乱停，堵住出入口|{路}人行道上自行车倒了一片|{地}旁非机动车停在盲道上
0406 12 commute commute any r6p4|{地}出口共享单车堆积如山|{路}共享单车倒在快车道上，没人来收|{社}里面丢了很多坏的共享单车
0407 14 commute commute any c4r3p2s3|{路}公交等了四十多分钟还没来|?{地}到市民广场坐哪路公交车|希望在{地}增加一个公交站|{路}公交司机到站不停车
0408 10 holiday day any c3p6|{地}停车场收费{钱}元，没有公示牌|{路}路边停车泊位扣费不准|?{路}咪表泊位夜间收费吗
0409 14 steady night any r8p2|{路}有几盏路灯不亮，晚上很黑|{社}内街路灯坏了{天}天，没人修|{地}到{路}整段路灯全黑
0410 9 holiday commute station p7c2|出租车从{地}上车绕路，多收{钱}元|网约车司机在{路}中途让乘客下车|?行李遗落在出租车上怎么找回
0411 3 steady commute any r6s4|{路}斑马线磨得看不清|{地}路口指示牌被树挡住|希望{地}门口增设限速标志
0501 12 heat day any r6c4|{社}突然停水，没有看到通知|?{路}停水什么时候恢复|{地}小区{时}停水到现在
0502 6 rain day estate r6p3c1|{社}{楼}自来水发黄有异味|{地}小区高层水压太低，洗澡没水|?自来水检测报告在哪里看
0503 16 heat heat estate r7c3|{社}{时}停电，家里有老人受不了热|?{路}停电几点来电|{地}小区频繁跳闸，一天停了三次
0504 5 storm day any r8p1|{路}变压器冒火花|{地}旁电箱门打开，小孩会碰到|{社}电线垂得很低
0505 3 cold dusk any r9|{路}闻到很浓的燃气味，怀疑漏气|{社}{楼}厨房外管道嘶嘶响，有煤气味|{地}施工挖断燃气管
0506 8 cold office any c7r3p1|?旧楼怎样申请开通管道燃气|?燃气费一次扣了{钱}元，想查账单|约了燃气安检没有上门
0507 4 cold day any r9|{路}水管爆了，水喷到路面|{社}{楼}地下水管漏水{天}天|{地}旁边地面一直冒清水
0508 10 flood storm low r8p2|{路}积水到膝盖，车辆熄火|{地}门口下大雨就淹，下水道不通|{社}地下车库进水，请求抽水|{路}雨水口被落叶堵死
0509 8 rain day low r7p3|{路}污水井冒水，臭气熏天|{社}化粪池满溢，污水流进楼道|{地}后巷污水横流
0510 2 heat office build c4r4p2|{地}集中供冷温度不够|?区域供冷费用怎么算
0601 22 steady office estate p7r3|{地}小区物业不作为，绿化没人管|{社}小区保安形同虚设，外卖车随便进|{地}小区卫生差，投诉物业{天}天没人理|{社}小区门禁坏了一直不修
0602 12 office office estate p6c4|{地}小区物业费涨价没有征求业主意见|?物业费没有发票可以拒交吗|{社}物业乱收装修管理费{钱}元
0603 16 heat day estate r6p4|{社}{楼}电梯坏了{天}天，老人下不了楼|{地}小区电梯经常困人，很害怕|{社}{楼}电梯运行时异响抖动
0604 9 steady dusk estate p6r3s1|{地}小区车位只售不租|{社}小区内消防通道停满车|{地}小区充电车位被油车占用
0605 6 office office estate c4p5s1|?成立业主委员会要什么条件|{地}小区业委会账目不公开|{社}小区换届投票有问题，请求指导
0606 4 office office estate c6r3p1|?维修资金怎么申请使用|{地}小区外墙脱落，申请维修资金一直没批
0607 6 steady day estate t5r5|{地}小区消防通道被杂物堵住|{社}楼梯间防火门被锁|{地}小区消防栓没有水
0608 8 rain day estate r6p4|{社}{楼}外墙渗水，墙面发霉|{地}顶楼天台漏水，物业说不管|{社}{楼}楼上漏水到我家厨房
0701 20 wages office build p5t4c1|在{地}旁的工地干活，拖欠工资{薪}元|{路}{店}倒闭，欠了三个月工资|{地}附近工地的包工头拖欠十几个工友工资，要求帮助讨薪
0702 16 office office any c6t3|?离职后社保怎样继续缴|{地}旁一家公司没有给员工买社保|?社保断缴一个月有什么影响
0703 3 office office any c6r3|?下班路上摔伤算不算工伤|在{地}附近上班受伤，单位不肯申报工伤
0704 8 office office any c5p5|{路}{店}无故辞退员工不给补偿|?试用期被辞退有没有赔偿|公司不签劳动合同，在{地}附近上班半年了
0705 15 office office any c9r1|?社保卡丢了在哪里补办|?社保卡怎样开通电子凭证|?小孩的社保卡如何申领
0706 9 office office any c9r1|?大学毕业生创业补贴怎么申请|?灵活就业社保补贴什么时候发
0707 12 office office any c8r2|?退休手续在{社}能不能办|?养老金这个月为什么少了|?养老资格认证怎样做
0801 30 admission office school c8p1s1|?外地户口小孩怎样报读{社}附近的小学|?积分入学名单什么时候公布|?{地}的招生地段包括{路}吗|希望增加公办学位
0802 8 admission office any p8c2|{地}旁的培训班关门，学费{钱}元退不了|{路}一家培训机构跑路，几十个家长要求退费|报了课程没上，机构拒绝退款
0803 6 school commute school p4r4s2|{地}门口放学时车辆拥堵，学生过马路危险|{地}旁边有商店卖烟给学生|希望{地}门口上学时段有交警
0804 6 school office school p6c3s1|{地}老师课堂上辱骂学生|{地}作业太多，孩子写到深夜|?教师有偿补课向哪里反映
0805 5 school office kindergarten c5p5|?公办幼儿园什么时候报名|{地}临时涨价|孩子在{地}摔伤，园方不给看监控
0806 3 school office school p7c2|{地}午餐有异物|{地}校车超员|孩子反映{地}饭菜是凉的
0807 2 school office school c5s3p2|?课后托管怎样收费|希望{地}延长课后服务时间
0901 9 office office hospital p7c2s1|{地}挂号排队三个小时，没人疏导|{地}护士态度恶劣|{地}急诊等候时间太长
0902 4 office office hospital p6c4|{地}检查项目重复收费{钱}元|?门诊自费项目能不能退
0903 13 school office hospital c9r1|?小孩疫苗在{地}怎样预约|?老人流感疫苗哪里可以打|?疫苗接种本丢了怎么补
0904 2 steady day any t9|{路}有人无证开诊所|{社}出租屋里有人给人打美容针
0905 19 office office any c9p1|?异地住院怎样报销|?医保个人账户余额怎么查|?门诊选点可以改到{社}吗
0906 9 heat day any r7p3|{社}蚊子特别多，要求消杀|{地}旁老鼠成群|{社}积水容器多，怕有登革热
0907 3 office office hospital c8s1r1|?家庭医生怎样签约|?老人上门体检怎么预约
1001 18 consumer day any p8t1c1|{路}{店}突然关门，卡里还有{钱}元|{地}旁健身房停业，会员费{钱}元不退|{路}{店}充值后换了老板不认账
1002 10 consumer day any p8c2|在{路}买的手机三天就坏，不给退|在{地}旁的店里买的家具有异味，商家推脱|在{路}买到假货
1003 13 heat day any t5p5|在{路}{食}吃饭后拉肚子|在{地}旁的超市买到过期食品|{路}{食}后厨卫生很差，有蟑螂
1004 6 holiday day any t5p5|{路}{店}结账价格与标价不一致|{地}节日期间乱涨价|{路}{食}强制收取餐具费
1005 8 consumer day any p8c2|网购{钱}元商品，商家地址在{地}，不发货|直播间买的东西与描述不符，要求退货|网店注册在{路}，拒绝七天无理由退货
1006 5 steady evening any t7p3|{路}有店没有证照卖熟食|{社}出租屋里做盒饭外送|{地}旁边大排档没有挂许可证
1007 4 consumer day any t7p2|{路}有店向老人推销保健品，夸大疗效|{地}旁的中介发布虚假房源
1008 14 office office any c10|?开小吃店要办什么证|?个体户怎样注销|?营业执照地址变更到{路}怎么办
1009 4 steady day market p5r4s1|{地}缺斤少两|{地}地面湿滑，卫生很差|{地}通道被摊档占用
1101 14 warm evening any p7r3|{路}{食}油烟直排，楼上不敢开窗|{地}楼下烧烤店油烟大|{社}{楼}一楼餐馆烟道从窗边过
1102 9 dry day site p6r4|{地}没有覆盖，扬尘很大|{路}泥头车带泥上路，灰尘满天|{地}没有喷淋，家里全是灰
1103 8 heat day low p4r5t1|河涌水发黑发臭，在{地}附近|{路}旁河涌有污水排入|{社}河边死鱼很多
1104 4 steady night workshops t5p5|{地}有企业{时}排放刺鼻气味|{社}闻到塑料烧焦味，怀疑工厂偷排
1105 4 rain day low t5p5|{路}{店}把污水倒进雨水口|{地}洗车店污水直接排到路面|{社}有作坊偷排废水
1106 5 flood day low r8s1p1|河面漂着很多水浮莲和垃圾，在{地}附近|{路}河涌垃圾没有打捞
1107 2 steady office any c6p3|?{社}楼顶基站辐射有没有检测|{社}不同意在楼顶建基站
1201 15 office office any c9p1|?公租房申请条件是什么|?公租房轮候排到几号|?公租房可以换到{社}吗
1202 4 office office any c9r1|?租赁补贴什么时候发|?租房补贴需要交哪些材料
1203 8 dry office any c3r4p2s2|{社}旧改施工后路面没有恢复|?{社}旧改什么时候开始|希望{社}旧改增加晾衣架和座椅
1204 12 office office any c9p1|?房产证怎样办理过户|?不动产登记要预约吗|窗口说材料不全，跑了三次
1205 7 office office estate p8c2|{地}楼盘延期交房{天}天|{地}新房墙面空鼓开裂|{地}开发商承诺的绿化没有兑现
1206 8 steady day any p6c3r1|{社}房东不退押金{钱}元|?租房没签合同被赶走怎么办|{社}二房东跑路，要求帮助
1207 8 office office any c4p3r2s1|?旧楼加装电梯要多少户同意|{社}{楼}加装电梯影响低层采光|{社}{楼}加梯施工停工{天}天
1208 13 office office any c10|?公积金怎样提取|?公积金贷款额度怎么算
1301 6 office office any c7r3|?低保怎样申请|家里困难，住{社}，想申请低保
1302 8 office office any c6r3p1|?{社}长者饭堂怎样登记|独居老人住{社}{楼}，希望上门照看|{社}长者饭堂饭菜不新鲜
1303 4 office office any c8r2|?残疾人两项补贴标准|?残疾证到期怎样换
1304 3 cold evening any r10|{地}桥洞下有人露宿，天气冷请救助|{路}有老人迷路，说不清住址|{地}有带孩子的乞讨人员
1305 7 holiday office any c10|?结婚登记怎样预约|?周末可以办理离婚申请吗
1306 3 festival office any c8p2|?清明祭扫怎样预约|?骨灰寄存费用多少
1307 3 cold office any r6c4|家里失火后生活困难，住{社}，请求临时救助|?临时救助需要什么材料
1401 6 dry day any t6r3|{路}{店}楼上住人，没有消防通道|{社}出租屋没有灭火器|{地}仓库堆放易燃品
1402 9 steady dusk any t5p5|{社}{楼}有人把电动车推上楼充电|{社}飞线充电，电线从窗户拉下来|{地}楼道里停满电动车在充电
1403 4 steady dusk any t4p5|{社}{楼}有人从楼上扔垃圾|{地}外墙瓷砖掉落，差点砸到人|{路}楼上花盆摆在窗外
1404 6 trees storm any r9|{路}大树倒了，挡住整条路|{地}树枝折断压到车|{社}一棵大树倾斜，快要倒了
1405 4 rain day any r7p3|{社}{楼}墙体裂缝越来越大|{社}老房子屋顶塌了一角，没人住|{路}一处旧围墙歪了
1406 5 fireworks night any t5p5|{社}{时}有人放烟花爆竹|{路}有店铺偷偷卖鞭炮|{地}空地放鞭炮，小孩很危险
1407 2 flood day any r9|{地}后山边坡掉泥石|{社}挡土墙开裂，下雨担心塌
1408 6 storm day any r9p1|{路}有电缆掉到路面|{地}门口线缆垂下来，会挂到人|{社}电线杆歪了，线缆松脱
1409 2 flood commute low r9|{路}路面突然塌了一个洞|{地}门口地面下陷，下面是空的
1501 66 office office any c10|?周末政务服务大厅开门吗|?居住证怎样续签|?{社}服务站几点下班|?办理准生手续需要什么材料
1502 5 office office any p7s2|{社}服务窗口工作人员态度冷淡|政务大厅叫号两小时没轮到|办事窗口说法前后不一
1503 26 holiday office any c9p1|?身份证丢了能不能异地补办|?小孩入户需要什么材料|?户口从外地迁到{社}怎样办
1504 6 steady dusk any s10|希望在{地}旁边建一个街心公园|{路}非机动车道太窄，建议拓宽|建议在{社}增设老人活动室
1505 4 office office any s10|感谢{社}工作人员帮忙找回老人|{路}巡查人员热心帮助，特此表扬
1506 6 steady day any c5r4s1|有事想反映，不清楚该找哪个部门，在{地}附近|?想查询之前来电的办理结果
`;

export interface Voice {
  readonly item: string;
  readonly share: number;
  readonly days: DayRhythm;
  readonly hours: HourRhythm;
  readonly terrain: Terrain;
  readonly kinds: readonly { readonly kind: DemandKind; readonly weight: number }[];
  readonly statements: readonly string[];
  readonly questions: readonly string[];
}

const KINDS: Readonly<Record<string, DemandKind>> = {
  c: 'consultation',
  r: 'request',
  p: 'complaint',
  t: 'report',
  s: 'suggestion',
};

export const voices: readonly Voice[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [head = '', ...phrases] = line.split('|');
    const [item = '', share = '', days = '', hours = '', terrain = '', kinds = ''] = head.split(' ');
    return {
      item,
      share: Number(share),
      days: days as DayRhythm,
      hours: hours as HourRhythm,
      terrain: terrain as Terrain,
      kinds: [...kinds.matchAll(/([a-z])(\d+)/g)].map(([, letter = '', weight]) => ({
        kind: KINDS[letter] as DemandKind,
        weight: Number(weight),
      })),
      statements: phrases.filter((phrase) => !phrase.startsWith('?')),
      questions: phrases.filter((phrase) => phrase.startsWith('?')).map((phrase) => phrase.slice(1)),
    };
  });
