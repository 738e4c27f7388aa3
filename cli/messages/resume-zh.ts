import type { Fault } from '../../db/verify.ts';
import type { ResumeMessages } from './resume.ts';

function faultText(fault: Fault): string {
  switch (fault.kind) {
    case 'integrity':
      return `数据库文件已损坏：${fault.detail}`;
    case 'foreign-key':
      return `${fault.relation} 有 ${fault.rows} 行所属的 ${fault.parent} 行不存在`;
    case 'rows':
      return `文档 ${fault.document}（${fault.sha256}）在 ${fault.relation} 中有 ${fault.found} 行，入库时为 ${fault.expected} 行`;
    case 'index':
      return `${fault.relation} 有 ${fault.found} 行，而文字有 ${fault.expected} 条`;
    case 'no-path':
      return `文档 ${fault.document}（${fault.sha256}）没有对应的路径`;
  }
}

const DECISIONS = { confirmed: '确认', dismissed: '排除', withdrawn: '撤回决定' } as const;

export const resumeZh: ResumeMessages = {
  options: {
    retry: '没有变化也重新读取：失败的、连同部分读取的，或全部',
    dryRun: '只说明将读取哪些文件及原因，不写入任何内容',
    planFormat: '输出形式：供人阅读，或每行一个 JSON：每个事件；与 --dry-run 同用时每个文件',
    watch: '持续读取新增和变化的文件，直到中断',
    settle: '与 --watch 同用：文件多少秒内没有变化才读取',
    shard: '只读第 I 份（共 N 份）；内容相同的文件无论在哪台机器上都归入同一份',
    nul: '标准输入（“-”）的清单以 NUL 分隔（多数情况下可自动识别）',
    decision: '决定',
    reason: '理由；排除须有理由',
    by: '由谁决定',
  },
  arguments: { key: '核对结果的标识，见 findings --format json 的输出' },
  usage: {
    notAShard: (value) => `${value} 不是清单的一份：八份中的第二份写作 2/8`,
    needs: (option, other) => `选项 ${option} 只能与 ${other} 同用`,
    notTogether: (option, other) => `${option} 不能与 ${other} 同用`,
    noSuchFinding: (key) => `没有标识为 ${key} 的核对结果`,
    needsReason: '排除须用 --reason 给出理由',
  },
  stopping: (seconds) => `正在停止：处理中的文件最多再用 ${seconds} 秒完成；再次中断则立即停止`,
  interrupted: (left) =>
    `已中断${left > 0 ? `，已找到的文件中有 ${left} 个未处理` : ''}；再次运行同一命令即可继续`,
  gone: (path) => `${path}：文件已不存在；已读入的内容保留`,
  moreGone: (count) => `另有 ${count} 个文件已不存在`,
  watching: (seconds) => `持续监视中；文件在最后一次变化 ${seconds} 秒后读取`,
  parts: (elsewhere) => `属其他份 ${elsewhere}`,
  goneCount: (gone) => `已不存在 ${gone}`,
  why: {
    new: '新文件',
    changed: '已变化',
    program: 'duizhang 版本不同',
    stages: '处理步骤有变化',
    config: '限制或设置不同',
    'failed-before': '上次偶然失败',
    retry: '要求重读',
    unchanged: '未变',
    copy: '相同副本',
    gone: '已不存在，保留',
    'other-shard': '属其他份',
    unreadable: '无法读取',
  },
  difference: ({ name, before, now }) => `${name} ${before || '—'} → ${now || '—'}`,
  planned: (read, others) => `将读取 ${read} 个文件，其余 ${others} 个不读；未写入任何内容`,
  decided: (decision, code, document) => `${document}：${code} 已${DECISIONS[decision]}`,
  decisions: { confirmed: '已确认', dismissed: '已排除' },
  foundNoMore: '已不再出现',
  fault: faultText,
  moreFaults: (count) => `另有 ${count} 处错误`,
  verified: ({ documents, paths, missingPaths, uncounted, faults }) => {
    const gone = missingPaths > 0 ? `（已不存在 ${missingPaths}）` : '';
    const unknown = uncounted > 0 ? `，其中 ${uncounted} 份由旧版本读入，未记行数` : '';
    return `文档 ${documents} 份，路径 ${paths} 个${gone}${unknown}；${faults === 0 ? '完整无误' : `错误 ${faults} 处`}`;
  },
};
