/** Words of buttons, menus and counters. A line made of nothing else belongs to the page. */
const buttons =
  '首页 网站首页 设为首页 设首页 加入收藏 收藏本站 收藏本页 收藏 下载 打印 打印本页 打印文章 打印页面 关闭 关闭窗口 关闭本页 关闭页面 全屏 字号 字体 加大 还原 减小 放大 缩小 默认 大 中 小 特大 ' +
  '分享 分享到 分享至 转发 朗读 语音播报 阅读模式 上一篇 下一篇 上一页 下一页 上一条 下一条 上页 下页 末页 尾页 返回 返回顶部 返回首页 返回列表 返回上页 返回上一页 回到顶部 顶部 网站地图 站点地图 无障碍 无障碍浏览 ' +
  '无障碍阅读 长者模式 老年模式 关怀版 适老化 繁体 繁體 简体 繁体版 简体版 手机版 电脑版 客户端 移动客户端 微信 微博 新浪微博 腾讯微博 微信好友 朋友圈 QQ QQ空间 QQ好友 空间 复制链接 复制 登录 注册 立即注册 登陆 ' +
  '忘记密码 搜索 检索 高级搜索 站内搜索 更多 查看更多 点击查看 阅读全文 展开全文 收起 纠错 我要纠错 网站纠错 内容纠错 我要评论 发表评论 评论 点赞 赞 踩 举报 回复 快速回复 楼主 只看该作者 倒序浏览 显示全部楼层 阅读模式 ' +
  '新闻中心 政务公开 政府信息公开 信息公开 政务服务 互动交流 办事服务 网上办事 公众参与 在线服务 走进 专题专栏 联系我们 关于我们 网站声明 隐私声明 版权声明 友情链接 使用帮助 帮助 English RSS 订阅 邮箱 客服中心 在线咨询 ' +
  '扫一扫 手机扫一扫 保存 导出 图文 视频 附件下载 下载附件 正文 正文内容 TOP';

/** Words of forums and of metadata: chrome among chrome, but a cell may hold them too. */
const labels =
  '主题 帖子 积分 版主 管理员 精华 威望 金币 注册会员 高级会员 中级会员 在线 离线 签到 在线时间 本版积分规则 有效 主动公开 依申请公开 面向社会 全文有效 无 查看 阅读 浏览 点击 热度 次 人气 时间 日期 来源 作者';

/** Keys of metadata and credits before a colon. */
const keys =
  '索引号 索引 信息索引号 文号 发文字号 文件编号 文件名称 信息名称 文件标题 标题 名称 成文日期 发文日期 生成日期 发布日期 公开日期 公布日期 印发日期 生效日期 失效日期 废止日期 更新日期 发布时间 更新时间 时间 日期 信息时间 录入时间 ' +
  '刊发日期 上传时间 发布机构 发文机关 发布机关 发布单位 发布部门 公开责任部门 责任部门 信息来源 文章来源 稿件来源 来源 出处 稿源 转自 公开方式 公开形式 公开范围 公开目录 公开时限 公开类别 公开程序 主题分类 主题词 体裁分类 组配分类 分类 类别 ' +
  '服务对象 关键词 关键字 标签 有效性 时效性 是否有效 效力状态 作者 编辑 责任编辑 文章编辑 责编 编审 审核 审核人 审签 签发 初审 复审 终审 校对 校稿 录入 采写 采编 撰文 撰稿 文字 摄影 图片 记者 本报记者 通讯员 供稿 供稿单位 统筹 监制 值班 浏览次数 浏览量 浏览 ' +
  '阅读次数 阅读量 阅读 点击次数 点击数 点击率 点击量 点击 访问量 访问次数 人气 查看 回复 字号 字体 字体大小 字体颜色 视力保护色 保护视力色 上一篇 下一篇 上一条 下一条 分享到 分享至 分享 扫一扫 推荐访问 网站标识码 备案号 主办 主办单位 承办 承办单位 技术支持 ' +
  '维护单位 联系电话 电话 传真 邮编 邮箱 地址 联系地址 在线时间 网址 相关报道 相关阅读 相关链接 相关文章 相关新闻 相关附件 延伸阅读 推荐阅读 热门推荐 附件下载 最后编辑';

/** What copyists write around a text; no report says it, in whatever sentence. */
export const copyistPhrases =
  /小编|网友(?:投稿|上传)|供大家参考|转载请|请注明出处|禁止转载|免责声明|仅代表作者|不代表本|您需要登录/;

/** Phrases of those who run a page, in whole sentences too. */
export const keeperPhrases =
  /小编|网友(?:投稿|上传)|供大家参考|版权所有|版权归|转载请|请注明出处|禁止转载|免责声明|未经(?:授权|许可)|仅代表作者|不代表本|(?<!基)本站(?!点|台)|本网站|登录后|立即注册|Copyright|All\s?Rights\s?Reserved|Powered\s?by|ICP备|公网安备|网站标识码|(?:本文|文章|图片)(?:来自|来源|由.{0,12}整理)|您需要登录/i;

/** Phrases that only a page says, where the line is no sentence. */
export const pagePhrases =
  /(?:当前|您(?:的|现在的|所在的?)|现在|所在)位置|位置导航|仅供参考|扫描?二维码|(?:关注|微信)公众号|点击(?:下载|查看|阅读|进入)|(?:阅读|展开)全文|下载(?:本文|全文|文档)|推荐访问|原文(?:链接|地址)|内容(?:来自|来源)|浏览器|javascript|https?:|www\./i;

/** A line that heads a list of links. */
export const linkHead =
  /^[【[]?(?:相关(?:报道|阅读|链接|文章|新闻|推荐|信息|内容|专题)|延伸阅读|推荐阅读|热门(?:推荐|文章|新闻|排行)?|最新(?:文章|新闻|资讯|发布)|猜你喜欢|点击排行|阅读排行|友情链接|上一篇|下一篇|更多)(?:[】\]：:|]|\s|$)/;

const buttonWords = new Set(buttons.split(' '));
const labelWords = new Set(labels.split(' '));
const keyWords = new Set(keys.split(' '));
const longest = 10;
const value = /^[\d\s.:：/年月日时分秒次条楼万人%-]+$|^周[一二三四五六日][~-]周[一二三四五六日]$/;

/** Whether a line is made of nothing but buttons and figures (`buttons`) or of labels too (`labels`). */
export function pageWordsIn(line: string): 'buttons' | 'labels' | undefined {
  const tokens = line.split(/[\s|｜·•>»/\\【】[\]（）{}<〉《》：，、+…―—_-]+/).filter((token) => token !== '');
  if (tokens.length === 0 || tokens.length > 30) return undefined;
  let hasButton = false;
  let hasLabel = false;
  for (const token of tokens) {
    if (isMadeOf(token, buttonWords)) hasButton = true;
    else if (labelWords.has(token)) hasLabel = true;
    else if (!value.test(token)) return undefined;
  }
  if (hasButton) return hasLabel || tokens.every((token) => token.length === 1) ? 'labels' : 'buttons';
  return hasLabel ? 'labels' : undefined;
}

const pair = /^[-•·*\s【[]*([\p{Script=Han}\s\u3000]{2,12})[】\]]?[：:|]\s*(.*)$/u;

/** A line of metadata or credits: its value, which may be empty. */
export function metadataValue(line: string): string | undefined {
  const [, key, given] = pair.exec(line) ?? [];
  if (key === undefined || given === undefined) return undefined;
  return keyWords.has(key.replaceAll(/\s/g, '')) && !given.includes('。') && given.length <= 80 ? given : undefined;
}

/** Where metadata begins behind other words of a line: `… 发布时间：2024-01-18`. */
export function metadataStart(line: string): number | undefined {
  for (let at = line.indexOf('：'); at > 0; at = line.indexOf('：', at + 1)) {
    let from = at;
    while (from > 0 && at - from <= 8 && !/\s/.test(line[from - 1] ?? ' ')) from -= 1;
    if (from > 0 && /\s/.test(line[from - 1] ?? '') && keyWords.has(line.slice(from, at))) return from;
  }
  return undefined;
}

function isMadeOf(token: string, words: ReadonlySet<string>): boolean {
  if (words.has(token) || words.has(token.toUpperCase())) return true;
  if (token.length > 40) return false;
  const ends = [true];
  for (let end = 1; end <= token.length; end += 1) {
    ends[end] = false;
    // A single character is a button only by itself (大 中 小).
    for (let length = 2; length <= longest && length <= end && ends[end] !== true; length += 1) {
      ends[end] = ends[end - length] === true && words.has(token.slice(end - length, end));
    }
  }
  return ends[token.length] === true;
}
