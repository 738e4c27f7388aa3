import type { Messages } from './messages.ts';
import { resumeZh } from './resume-zh.ts';
import { told } from './told.ts';

const apart = ({ elsewhere, gone }: { readonly elsewhere: number; readonly gone: number }): string =>
  `${elsewhere > 0 ? `，${resumeZh.parts(elsewhere)}` : ''}${gone > 0 ? `，${resumeZh.goneCount(gone)}` : ''}`;

/** 每秒页数低于此值时不显示。 */
const LEAST_PACE = 0.05;
/** JSON 中各种值的说法。 */
const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表：[ … ]',
  object: '对象：{ … }',
};

export const zh: Messages = {
  program: '公开账目的核对工具：读取预决算公开报告，找出不可能成立的数字。',
  commands: {
    check: '核对报告，列出不能成立之处',
    extract: '以 JSON 输出报告中的表格、段落和数字',
    ingest: '把报告读入数据库；再次运行只处理有变化的文件',
    findings: '列出数据库中的核对结果',
    tables: '列出数据库中的表格',
    facts: '列出数据库中的数字',
    link: '核对数据库中各报告之间的数据：上年报告、当年预算、所属单位、同一文件的不同版本',
    decide: '记下对某条核对结果的决定；重新读取后仍然有效',
    decisions: '列出对核对结果的决定',
    verify: '检查数据库是否完整：文件本身，以及每份文档的全部行',
    export: '把数据库导出为 CSV、JSON、NDJSON、Parquet、Excel 或 Data Package',
    rules: '列出规则，或说明某一条',
    show: '把一页画成 SVG：字符、线条、表格、单元格，并标出核对结果',
    stats: '说明数据库中各份报告的读取情况：各阶段用时、最慢的报告、失败原因',
    config: '以 JSON 输出当前生效的设置；加 --explain 则说明每项的来源和用途',
    doctor: '检查各组成部分是否装好，缺什么、怎么补；不联网下载',
    completion: '输出某种 shell 的补全脚本',
  },
  arguments: {
    file: '要读取的报告（PDF 或文本）',
    files: '要读取的报告（PDF 或文本）',
    paths: '报告、文件夹（含其下全部内容）或通配模式（加引号）；“-”表示从标准输入读取路径清单',
    code: '规则编号（R-40-01）或规则组（R-40）',
    shell: '所用的 shell 名称',
  },
  options: {
    help: '显示帮助',
    version: '显示版本',
    format: '输出形式',
    baseline: '略去此文件已有的结果：只列出新的，也只计新的',
    writeBaseline: '把查出的结果写入此文件，供 --baseline 使用',
    noWaivers: '文件名.duizhang.json 中已豁免的结果也计入',
    from: '文件不是报告，而是 extract 所输出形式的 JSON',
    db: '要写入的 SQLite 文件；没有则新建',
    dbQuery: 'ingest 写成的 SQLite 文件',
    code: '只列此编号或规则组；用逗号分隔或重复给出',
    severity: '只列此级别',
    document: '只列文件名或单位名称含此文字的报告',
    year: '只列此年度',
    text: '只列含有这些词的内容（须全部出现）',
    page: '页码，从 1 起；文本报告只有一页',
    output: '要写入的文件（默认标准输出）',
    to: '导出形式',
    out: '要写入的文件；Data Package 为文件夹；“-”或不给即标准输出（限文本形式）',
    view: '导出内容：facts 每个数字一行，wide 每个单位每年一行，findings 核对结果，link-findings 跨报告核对结果',
    force: '覆盖已有文件',
    noLink: '读入后不核对各报告之间的数据',
    layers: (all) => `要画的内容，用逗号分隔，可选 ${all.join('、')}`,
    debugDir: '存放页面图像识别前各步处理结果的文件夹',
    password: '加密 PDF 的密码；不会保存',
    set: '按名称给出任一设置（名称见 config --explain），可重复给出',
    config: '要用的配置文件（默认为当前或上级文件夹中最近的 duizhang.config.json）',
    noConfig: '不用配置文件',
    explain: '列出每项设置的值、来源和用途',
  },
  helpTitles: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Global Options:': '通用选项：',
    'Commands:': '命令：',
  },
  choices: (values) => `可选 ${values.join('、')}`,
  preset: (value) => `默认 ${value}`,
  optionNotes: (notes) => `（${notes.join('；')}）`,
  usage: {
    unknownOption: (option) => `没有选项 ${option}`,
    unknownCommand: (command) => `没有命令 ${command}`,
    missingArgument: (argument) => `缺少参数：${argument}`,
    missingValue: (option) => `选项 ${option} 需要一个值`,
    missingOption: (option) => `必须给出选项 ${option}`,
    invalidValue: (option, value) => `选项 ${option} 不能是 ${value}`,
    excessArguments: '参数过多',
    noCommand: '没有给出命令',
    notFound: (path) => `${path}：没有这个文件或文件夹`,
    isFolder: (path) => `${path} 是文件夹；读取文件夹请用 ingest`,
    notACode: (code) => `${code} 不是规则编号（R-40-01）或规则组（R-40）`,
    noSuchRule: (code) => `没有规则 ${code}`,
    noSuchPage: (path, page, pages) => `${path} 没有第 ${page} 页：共 ${pages} 页`,
    notALayer: (name, all) => `没有图层 ${name}；可选 ${all.join('、')}`,
    cannotWrite: (path, detail) => `${path} 无法写入：${detail}`,
    isReport: (option, path) => `选项 ${option}：${path} 是要读取的报告，请另指定文件`,
    noBaseline: (path) => `${path} 已存在且不是基线文件，未作改动`,
    twiceWaived: (path, key) => `${path}：${key} 被豁免两次；保留一条并写明一个理由即可`,
    didYouMean: (names) => `；是否想用 ${names}？`,
    jsonFiles: {
      cannotRead: (path, detail) => `${path} 无法读取：${detail}`,
      notJson: (path, detail) => `${path} 不是 JSON：${detail}`,
      unknownKey: (path, at) => `${path}：没有 ${at} 这一项`,
      invalid: (path, at, detail) => `${path}：${at === '' ? detail : `${at}：${detail}`}`,
    },
    notForView: (option, view) => `选项 ${option} 不能与 --view ${view} 同用`,
    seeHelp: (command) => `参见 ${command} --help`,
  },
  issues: {
    missing: '缺少此项',
    empty: '不能为空',
    date: '须为日期，写作 YYYY-MM-DD',
    wrongForm: '写法不对',
    wrongType: (expected) => `须为${TYPES[expected] ?? expected}`,
    oneOf: (values) => `须为 ${values.join(' 或 ')}`,
    atLeast: (least) => `不能小于 ${least}`,
    atMost: (most) => `不能大于 ${most}`,
  },
  settings: {
    wrongValue: (where, name, value, allowed) => `${where}：${name} 不能是 ${value}；可取${allowed}`,
    unknown: (where, name, nearest) => {
      const more = nearest === undefined ? '全部设置见 duizhang config' : `是否想用 ${nearest}？`;
      return `${where}：${where === name ? '没有这项设置' : `没有设置 ${name}`}；${more}`;
    },
    noAssignment: (text) => `--set 须写作 名称=值，不能是 ${text}`,
    noObject: (path, at) => `${path}：${at === '' ? '' : `${at}：`}须为对象：{"名称": 值, …}`,
    sources: {
      flag: (flag) => `来自选项 ${flag}`,
      environment: (variable) => `来自环境变量 ${variable}`,
      file: (path) => `来自文件 ${path}`,
      locale: '随系统区域设置',
      default: '默认值',
    },
    allowed: (allowed) => `可取${allowed}`,
    variable: (variable) => `环境变量 ${variable}`,
    fileInForce: (path) => `配置文件：${path}`,
    noFile: (name) => `配置文件：无（在当前及上级文件夹中查找 ${name}）`,
  },
  allowed: {
    oneOf: (values) => ` ${values.join('、')} 之一`,
    either: (parts) => parts.join('，或'),
    number: (isWhole, low, high) => {
      const range =
        low === undefined
          ? high === undefined
            ? ''
            : `不大于 ${high} 的`
          : high === undefined
            ? `不小于 ${low} 的`
            : ` ${low} 至 ${high} 的`;
      return `${range}${isWhole ? '整数' : '数'}`;
    },
    size: (number) => `${number}，或 64MB、1.5GB 这样的大小`,
    list: (items) => `列表，每项为${items}`,
    text: '文字',
    json: '任意 JSON 值',
  },
  doctor: {
    parts: {
      node: 'Node 运行环境',
      sqlite: 'SQLite 数据库',
      pdf: 'PDF 读取',
      images: '图像格式',
      'ocr-text': 'tesseract.js 中文识别',
      'ocr-figures': 'tesseract.js 数字识别',
      ppocr: 'PP-OCR 识别',
      temporary: '临时文件夹',
      memory: '内存',
      config: '配置',
    },
    states: { ok: '正常', low: '偏低', absent: '未安装', missing: '缺失' },
    remedies: {
      node: '请安装 Node 24，或重新运行 npm ci（在 Linux、Windows 上会带来 Node 24）',
      sqlite: '请重新运行 npm ci：SQLite 随 better-sqlite3 一起安装',
      pdf: '请重新运行 npm ci：这些文件属于 pdfjs-dist',
      images: '请重新运行 npm ci，且不加 --omit=optional：各格式随 sharp 一起安装',
      'ocr-text': '请重新运行 npm ci：数据在 @tesseract.js-data/chi_sim 中；不读扫描件可用 --ocr never',
      'ocr-figures': '请重新运行 npm ci：数据在 @tesseract.js-data/eng 中；不读扫描件可用 --ocr never',
      ppocr: '可选；能更好地识别扫描件',
      temporary: '请使该文件夹可写，或用 TMPDIR 指定另一个',
      memory: '识别扫描件时每个工作进程约需 350 MB：可用 --jobs 1 或 --ocr never',
      config: '请改正该文件或环境变量，或用 --no-config',
    },
    noConfig: '没有配置文件，使用默认值和环境变量',
    works: '所需部分齐全',
    broken: (parts) => `缺少 ${parts} 个必需部分`,
  },
  examples: {
    'check-one': '核对一份报告',
    'check-code-host': '核对全部报告，供代码平台显示',
    'check-new': '只列写基线之后新出现的',
    'check-strict': '警告也计入，不识别扫描件',
    'ingest-folder': '读入一个文件夹及其下全部内容；有变化后再次运行',
    'ingest-many': '文件很多：增加进程，放宽大小',
    'config-explain': '列出每项设置及其来源',
    'config-init': '生成一份配置文件作为起点',
    'completion-bash': '用于 bash，一次设好',
    'completion-zsh': '用于 zsh，放在 $fpath 的某个文件夹中',
    'completion-fish': '用于 fish',
  },
  helpSections: {
    examples: '示例：',
    exits: '退出码：0 没有达到 --fail-on 的结果；1 有；2 有内容无法处理；64 用法错误',
    settings: '设置依次取自选项、DUIZHANG_… 环境变量、duizhang.config.json；参见 duizhang config --explain',
  },
  severities: { error: '错误', warning: '警告', info: '提示' },
  staleEntry: (baseline, { key, code, document: { entity, year } }) =>
    `${baseline}：${code} ${key} 已不再出现（${entity}${year === null ? '' : `，${year}`}）`,
  unmatchedWaiver: (path, key) => `${path}：对 ${key} 的豁免没有对应的结果`,
  likelyCause: (cause) => `可能原因：${cause}`,
  waivedWord: '已豁免',
  waivedFor: ({ reason, by, date }) => {
    const who = [by, date].filter((part) => part !== undefined).join('，');
    return `已豁免${who === '' ? '' : `（${who}）`}：${reason}`;
  },
  columns: { severity: '级别', rule: '规则', place: '位置', finding: '问题', key: '标识' },
  summary: ({ severities: { error, warning, info }, checked, of, waived, known }) => {
    const apart = `${waived > 0 ? `，已豁免 ${waived} 处` : ''}${known > 0 ? `，基线中已有 ${known} 处` : ''}`;
    return `共 ${error + warning + info} 处（错误 ${error}，警告 ${warning}，提示 ${info}）${apart}；列明的合计、占比等 ${of} 项，已核对 ${checked} 项`;
  },
  total: (documents) => `${documents} 份报告`,
  failed: '未能处理',
  partial: '部分读取',
  recognized: (name, pages) => `${name}：已识别 ${pages} 页`,
  moreReasons: (pages) => `（另有 ${pages} 页）`,
  reasons: {
    'not-found': '没有这个文件',
    'no-permission': '没有读取权限',
    'not-a-file': '不是普通文件',
    empty: '文件为空',
    'too-large': '超过大小限制',
    'line-too-long': '有一行超过长度限制',
    binary: '二进制数据，不是可读取的类型',
    'unknown-format': '不是可读取的文件类型',
    'bad-encoding': '无法确定字符编码',
    'control-characters': '文本中有控制字符',
    damaged: '文件已损坏',
    encrypted: '文件有密码保护',
    'no-pages': '文件没有页面',
    'no-text': '有页面没有文本层',
    'page-unreadable': '有页面无法读取',
    'garbled-text': '文本层乱码',
    'no-engine': '识别引擎无法启动',
    'recognition-failed': '识别失败',
    unrecognized: '有页面未能识别出文字',
    'invalid-layout': '版面数据无效',
    'too-deep': '嵌套层数超过上限',
    'unsafe-name': '压缩包内的名称指向包外或无法使用',
    'duplicate-name': '压缩包内名称重复',
    bomb: '解压后会异常膨胀',
    timeout: '用时过长',
    'cpu-time': '处理器用时过长',
    memory: '占用内存过多',
    'worker-died': '工作进程中止',
    internal: '程序自身出错',
  },
  problems: {
    'not-found': (path) => `${path}：没有这个数据库`,
    'no-folder': (path, detail) => `${path}：文件夹 ${detail} 不存在`,
    'not-a-database': (path) => `${path} 不是 SQLite 数据库`,
    'other-program': (path) => `${path} 是其他程序的数据库，未作改动`,
    newer: (path, detail) => `${path} 由更新版本的 duizhang 建立（结构 ${detail}），请升级后再用`,
    older: (path, detail) =>
      `${path} 由旧版本的 duizhang 建立（结构 ${detail}），请先对它运行一次 duizhang ingest`,
    locked: (path) => `${path} 正被其他进程锁定，请稍后再试`,
    'in-use': (path, since) =>
      `${path} 正由另一个 duizhang 进程写入${since === '' ? '' : `（自 ${since} 起）`}；请等它结束，或先将其停止`,
    'read-only': (path) => `${path} 只读，无法写入`,
    'no-permission': (path) => `${path} 无法打开：没有权限`,
    full: (path) => `${path} 无法写入：磁盘已满`,
    damaged: (path, detail) => `${path} 已损坏（${detail}）；未能读出的内容可重新读入`,
    failed: (path, detail) => `${path}：数据库出错：${detail}`,
  },
  destinations: {
    exists: (path) => `${path} 已存在；要覆盖请用 --force`,
    'no-folder': (path, detail) => `${path}：文件夹 ${detail} 不存在`,
    'is-folder': (path) => `${path} 是文件夹；--out 须为文件`,
    'is-file': (path) => `${path} 是文件；导出 Data Package 时 --out 须为文件夹`,
    'not-a-file': (path) => `${path} 不是普通文件`,
    'is-database': (path) => `${path} 就是数据库本身；--out 须为另一文件`,
    'needs-file': (format) => `${format} 不能写到标准输出，请用 --out 指定文件`,
    'no-permission': (path, detail) => `${path} 无法写入：对 ${detail} 没有写权限`,
    'cannot-write': (path, detail) => `${path} 未能写入：${detail}`,
  },
  exported: (rows, path) => `已将 ${rows} 行写入 ${path}`,
  notes: {
    'text-cut': (count) =>
      `有 ${count} 处文字超过 Excel 单元格的长度上限，已截断并以“…”结尾；其他形式保留全文`,
  },
  passedOver: (counts) => {
    const words = {
      hidden: '隐藏',
      temporary: '临时',
      outside: '链接指向文件夹之外',
      again: '链接重复',
    } as const;
    return `未读取：${told(counts, (why, count) => `${words[why]} ${count}`).join('，')}`;
  },
  progress: (done, found, failed, pagesASecond) =>
    `已完成 ${done}/${found} 个文件，失败 ${failed}${pagesASecond >= LEAST_PACE ? `，每秒 ${pagesASecond.toFixed(1)} 页` : ''}`,
  pace: ({ pagesASecond, failed, left }) =>
    [
      `每秒 ${pagesASecond.toFixed(1)} 页`,
      ...(failed > 0 ? [`失败 ${failed}`] : []),
      ...(left === null ? [] : [`剩余 ${left}`]),
    ].join('，'),
  stats: {
    documents: ({ ok, partial, failed, pages, megabytes }) =>
      `报告 ${ok + partial + failed} 份（完整 ${ok}，部分 ${partial}，失败 ${failed}），${pages} 页，${megabytes} 兆字节`,
    pace: (pages) => `每个进程每秒 ${pages} 页`,
    lastRun: (documents, seconds, pages) => `最近一次：${documents} 份报告，${seconds} 秒，每秒 ${pages} 页`,
    none: '没有用时记录：报告由旧版本读取',
    stages: '各阶段用时',
    stageColumns: [
      '阶段',
      '报告数',
      '合计（秒）',
      '占比',
      '处理器（秒）',
      '中位（毫秒）',
      '95%（毫秒）',
      '最长（毫秒）',
      '内存（兆字节）',
    ],
    slowest: '最慢的报告（用时、最长阶段、页数）',
    failures: '原因（报告数）',
  },
  ingested: ({
    read,
    partial,
    unchanged,
    copies,
    failed,
    unchangedFailed,
    findings,
    seconds,
    files,
    ...rest
  }) => {
    const part = partial > 0 ? `（其中部分读取 ${partial}）` : '';
    const still = unchangedFailed > 0 ? `（其中未能处理 ${unchangedFailed}）` : '';
    const copied = copies > 0 ? `，相同副本 ${copies}` : '';
    const rate = (files / Math.max(seconds, 0.001)).toFixed(1);
    return `读取 ${read}${part}，未变 ${unchanged}${still}${copied}，失败 ${failed}${apart(rest)}；核对结果 ${findings} 处；用时 ${seconds.toFixed(1)} 秒，每秒 ${rate} 个文件`;
  },
  linked: ({ entities, checked, claims, findings }) =>
    `跨报告核对 ${entities} 个单位：关系 ${claims} 条，已核对 ${checked} 条；核对结果 ${findings} 处`,
  outdated: (documents) => `有 ${documents} 份报告由旧版本读入，无法跨报告核对；请再次运行 duizhang ingest`,
  alsoDiffer: (labels) => `另有不一致：${labels.join('、')}`,
  linkTotal: ({ severities: { error, warning, info }, checked, of }) =>
    `跨报告核对结果共 ${error + warning + info} 处（错误 ${error}，警告 ${warning}，提示 ${info}）；关系 ${of} 条，已核对 ${checked} 条`,
  noReports: '没有找到报告',
  rows: (count) => `${count} 行`,
  firesOn: '会指出',
  quietOn: '不会指出',
  resume: resumeZh,
  unexpected: (detail) => `意外错误：${detail}`,
};
