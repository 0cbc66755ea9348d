/** What `core` and the specs of automata say, by template. */
export const ofCore: Readonly<Record<string, string>> = {
  "{0}": "{0}",
  "{0}; {1}": "{0}；{1}",
  "{0}: {1}": "{0}：{1}",
  'the configuration of "{0}" does not fit: {1}': "“{0}”的设置不合适：{1}",
  '"rulescope stages" lists what it takes': "可用“rulescope stages”查看它的各项设置",
  'no {0} is called "{1}"': "没有名为“{1}”的{0}",
  "known: {0}": "已知：{0}",
  '"{0}" is offered as {1}, which no spec of {2} has': "{0} 作为 {1} 提供，而 {2} 的规格没有这一项",
  'the {0} "{1}" exists already': "已有名为 “{1}” 的{0}",
  "give it another id": "请换一个标识",
  'no subject is called "{0}"': "没有名为“{0}”的研究对象",
  '"{0}" is missing': "缺少“{0}”",
  '"{0}" is not expected': "多出“{0}”",
  "expected {0}": "应为“{0}”",
  '"{0}": {1}': "“{0}”{1}",
  "the run spec does not fit: {0}": "运行配置不合适：{0}",
  "correct it there": "请在原处更正",
  "it is not on this page": "它不在本页中",
  "drop it here": "请将它拖到这里",
  "the worker could not be loaded": "无法载入后台线程",
  "see whether the server that gave this page still runs, and reload the page":
    "请检查提供本页的服务器是否仍在运行，然后刷新页面",
  "the worker was ended because it did not stop": "后台线程没有停下，已被结束",
  'no family is called "{0}"; known: {1}': "没有名为“{0}”的规则族；已知：{1}"
}
