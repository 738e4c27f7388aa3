/**
 * Ideographs of which every text has many: those that reports are full of, and the commonest of all. Of a published report
 * at least a fifth of the ideographs on any page are among them; of one whose fonts give other ideographs than are printed
 * at most a ninth.
 */
export const FAMILIAR: ReadonlySet<string> = new Set(
  '年度部门单位收入支出决预算数合计本上总表项目基财政拨款公共般性金务用费经资工人员业管理行机关事情况说明及元万其' +
    '中社会保障设服运办教育国有结转余购建动标绩效评价无增加减少完成比主要原因按等区市县局的一是不了在我他这个们来大地' +
    '到时就可也你对生能而子那得于着下自之后作里如家多天都然没日起还发只当好看心样和为',
);
