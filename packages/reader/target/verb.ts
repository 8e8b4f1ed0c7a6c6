/**
 * Verbs of the plans of government, longest first where one begins another. They open clauses; the reader needs them to tell
 * a deed from an indicator, to name what is measured, and to cut a paragraph into tasks.
 */
const VERBS = [
  '新建改建 新改扩建 新建扩建 新建改造 新增改造 改造提升 提升改造 升级改造 建成投用 建成开放 建成投产 建成通车',
  '开工建设 启动建设 规划建设 加快建设 新改建 新建 改建 扩建 改扩建 续建 复建 重建 共建 筹建 援建 创建 建成',
  '建设 建立 建强 建好 搭建 组建 构建 编制 修建 修缮 修复 修订 制定 出台 新增 增加 增设 增至 新开 新设',
  '新培育 新引进 新认定 新发展 新落户 新签约 新开工 新入库 新招 新注册 扩大 扩充 扩容 完成 完善 完工 实现 实施',
  '实行 开展 开工 开通 开办 开设 开放 开发 开辟 开行 启动 启用 投用 投运 投入 投放 投资 竣工 打造 打通 打好',
  '打赢 打响 推进 推动 推行 推广 推出 推送 提供 提升 提高 提质 提速 改造 改善 改进 改革 整治 整合 整改 治理',
  '整修 清理 清淤 疏浚 消除 拆除 淘汰 关停 盘活 出让 收储 征收 征拆 培育 培养 培训 引进 引入 引育 引导 招引',
  '招录 招聘 招收 认定 评选 举办 承办 组织 帮扶 帮助 扶持 支持 资助 救助 补贴 发放 发展 解决 化解 安置 安排',
  '安装 设置 设立 配备 配置 配送 布局 布设 铺设 敷设 种植 栽植 植树 造林 绿化 更新 更换 维修 翻新 检测 抽检',
  '筛查 体检 接种 救治 服务 惠及 覆盖 受理 核发 办理 办好 办结 办成 筹集 筹措 供应 交付 争取 申报 签约 注册',
  '落户 落地 落实 达成 达到 突破 促进 加快 加强 加大 强化 深化 优化 健全 巩固 拓展 保障 保持 稳定 控制 降低',
  '减少 压减 压缩 缩短 转移 流转 转化 接入 接续 腾退 回收 减量 规划 谋划 储备 承接 贯通 做好 做强 做优 做大',
  '抓好 抓实 累计建成 集聚 配套 搬迁 迁移 下达 投产 通车 推介 依托 鼓励 落成 普及 吸纳 吸引 营造 督促 严格',
  '严守 守牢 守住 防范 打击 查处 统筹 协调 探索 研究 编印 聚焦 激发 激活 释放 挖掘 放大 擦亮 厚植 夯实 筑牢',
  '织密 补齐 补强 弘扬 传承 保护 繁荣 活跃 丰富 用好 管好 建优 争创 争当 力促 倡导 畅通 规范 试点 试行 选树',
  '评定 遴选 建档 摸排 排查 回购 收购 配租 分配 养护 硬化 亮化 美化 净化 拓宽 延伸 延长 提标 扩面 加装 增配',
  '购置 添置 采购 新开办 新办 开办 受理推荐 做强做优 做强做大 做大做强 建设筹措 新增供应 征收改造 竣工交付 竣工投产 交付使用 收治 培植 装备 扶助 放映 投入使用',
]
  .join(' ')
  .split(' ');

const alternation = [...VERBS].sort((a, b) => b.length - a.length).join('|');

/** Words that stand before the verb and say how, when or how firmly: 今年、力争、全面、大力. */
const MANNER =
  /(?:\d{1,2}[.．](?!\d)|各位代表|[（(]?[一二三四五六七八九十\d]{1,3}[)）、]|[—-]|[一二三四五六七八九十]是|“[^”]{1,10}”(?=完成|推进|实施)|今年|明年|到?20\d\d年(?:底前?|前|内|上半年|下半年)?|未来[一二三四五几\d]年|每年|第?[一二三四]季度[前末内]?|[春夏秋冬]季|(?:采暖期|汛期|国庆节?|春节)前|全年|年内|年底前|上半年|下半年|\d{1,2}月底前|我们|将|要|并|力争|争取|确保|保证|必须|务必|计划|预计|预期|继续|持续|进一步|不断|加快|加速|加力|加紧|大力|着力|全力|全力以赴|奋力|积极|扎实|深入|全面|有序|稳步|稳妥|切实|统筹|重点|同步|整体|统一|高标准|高质量|高水平|高效|科学|精准|精心|认真|严格|坚决|坚定不移|纵深|滚动|系统|率先|基本|主动|创新|协同|联动|合力|分类|分批|分步|一体|逐步|适时|尽快|尽早|再(?=新|推|压|建|实|办|完|增|培|打|收储|盘活|改造|引进|开工)|累计|共(?=新|完|建|实|推)|总计|市区联动|市区合力|一视同仁|政府|全区|全市|全县|全省|全镇|全域|各区|市、区两级)/
    .source;

/** 投资额, 投资总量, 开发区 are nouns; 完成区属医院 is not. */
const NO_NOUN = /(?![率量数额度]|区(?![属内级域间])|总(?=[额量规面数值产]))/.source;
const LEADING = new RegExp(`^(?:${MANNER})*(${alternation})${NO_NOUN}`);

/** The verb that opens a clause, and where the words after it begin; null when a noun opens it. */
export function openingVerb(clause: string): { readonly verb: string; readonly end: number } | null {
  const found = LEADING.exec(clause.slice(0, 60));
  return found ? { verb: found[1] as string, end: found[0].length } : null;
}

/** Verbs that stand in rows before one object; others (保障性住房, 延伸段) may begin the object itself. */
const ROWED =
  /^[、和及]?(?:并|再)?(?:新?改扩?建|新建|扩建|续建|建设|建成|改造|提升|整治|治理|更新|更换|维修|翻新|优化|完善|新增|增设|开展|实施|完成|推进|启动|开工|竣工|交付|安置|核发|培育|引进|认定|提供|举办|组织|打造|创建|发展|建立|组建|设立|配备|安装|培养|培训|筹措|转化|供应|开办|做大|做强|做优|建设|搬迁|种植|核发|落户|引入|配送|布局|普及)(?![率量数额区度性类型段])/;

/** 提升建设、新建、改扩建: where the object begins behind a row of verbs. */
export function behindVerbs(words: string, whole = false): number {
  let end = 0;
  for (let turn = 0; turn < 4; turn += 1) {
    const rest = words.slice(end);
    const lead = /^[、和及]/.test(rest) ? 1 : 0;
    const next = openingVerb(rest.slice(lead));
    if (!next || (!whole && lead + next.end >= rest.length - 1) || (turn > 0 && !ROWED.test(rest))) return end;
    end += lead + next.end;
  }
  return end;
}

const LEADING_MANNER = new RegExp(`^(?:${MANNER})+`);
/** 在全区范围内新建…: the place of a deed. */
const PLACE = /^在[^，,]{1,24}?(?=新建|建设|新增|改造|设置|布局|安装|打造|建成|开展|实施|配备|增设|创建)/;

/** The words without what stands before the verb. */
export function withoutManner(words: string): string {
  return words.replace(LEADING_MANNER, '').replace(PLACE, '');
}
