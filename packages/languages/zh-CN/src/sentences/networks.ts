import type { Sentence } from "./match.ts"

/** What `tensor`, `equivariant` and the backbones say of networks and of what computes them. */
export const ofNetworks: ReadonlyArray<Sentence> = [
  ["the loss was no longer finite after {n} steps", "{n} 步之后损失不再有限"],
  ["{m} patterns with a clear outcome were still wrong after {n} steps", "{n} 步之后仍有 {m} 个结果明确的邻域构型出错"],
  ["in each of {n} attempts {because!}", "{n} 次尝试中每次都是：{because!}"],
  ["use a smaller learning rate", "请用较小的学习率"],
  ["the backend failed while training: {cause}", "训练时计算后端出错：{cause}"],
  ["use a smaller network, or another backend", "请用较小的网络，或换一个计算后端"],
  ["the census is empty", "普查是空的"],
  ["the receptive field {a} is smaller than the neighbourhood {b}", "感受野 {a} 小于邻域 {b}"],
  ["use a larger kernel", "请用较大的卷积核"],
  ["predict with the backbone that trained the model", "请用训练该模型的骨干网络来预测"],
  ['the model sees "{field}", which is not known here', "模型的视野“{field}”在此未知"],
  ['the model was trained by "{id}"', "模型由“{id}”训练"],
  ["the model's configuration does not fit: {detail}", "模型的设置不合适：{detail}"],
  ["the model has no views for {n} turns of its kernel", "模型没有其卷积核 {n} 个转动的视图"],
  ["the model does not fit its configuration: {detail}", "模型与其设置不符：{detail}"],
  ["the model's surroundings are not those of its field", "模型所带的周围元胞不属于它的视野"],
  ["train it again", "请重新训练"],
  ["to train on {what} takes the frames, and only their census is known", "以{what}训练需要各帧，而这里只有普查"],
  ["frames", "帧"],
  ["the cells of {field}", " {field} 的元胞"],
  ['use the kernel "rule" and the training "auto"', "请将卷积核设为 rule，训练方式设为 auto"],
  ["no cell is observed together with all of {field} around it", "没有一个元胞连同周围的 {field} 都被观测到"],
  ["record a larger window, or use a smaller kernel", "请记录较大的窗口，或用较小的卷积核"],
  ["there are more than {n} distinct patterns of {field}", "{field} 的不同邻域构型超过 {n} 种"],
  ['use the training "frames"', "请将训练方式设为 frames"],
  ["{turns!} do not map the neighbourhood {cells} onto itself", "{turns!}不能将邻域 {cells} 映到自身"],
  ["quarter turns", "四分之一转"],
  ["eighth turns", "八分之一转"],
  ["{id} cannot represent this rule: {conflict!}", "{id} 无法表示这条规则：{conflict!}"],
  [
    "orbit {orbit} has both outcomes ({outcomes!}); contradicting orbits: {n} of {m}",
    "轨道 {orbit} 有两种结果（{outcomes!}）；矛盾的轨道：{m} 个中有 {n} 个"
  ],
  [
    "orbit {orbit} has {k} outcomes ({outcomes!}); contradicting orbits: {n} of {m}",
    "轨道 {orbit} 有 {k} 种结果（{outcomes!}）；矛盾的轨道：{m} 个中有 {n} 个"
  ],
  ["{state} seen {times} times after {pattern}, {others!}", "{pattern} 之后 {state} 出现 {times} 次，{others!}"],
  [
    "{state} seen {times} times after {pattern} and {n} more, {others!}",
    "{pattern} 和另外 {n} 个之后 {state} 出现 {times} 次，{others!}"
  ],
  ["{state} seen {times} times after {pattern} and {n} more", "{pattern} 和另外 {n} 个之后 {state} 出现 {times} 次"],
  ["{state} seen {times} times after {pattern}", "{pattern} 之后 {state} 出现 {times} 次"],
  ['use the backbone "{id}"', "请改用骨干网络 {id}"],
  ['the TensorFlow.js backend "{id}" does not work: {reason}; {remedy!}', "计算后端“{id}”不可用：{reason}；{remedy!}"],
  ['the backend "{id}" does not work: {reason}', "计算后端“{id}”不可用：{reason}"],
  ["{name} runs in Node only", "{name} 只能在 Node 中运行"],
  ["{name} is not installed", "{name} 没有安装"],
  ["{name} is there without its native library", "{name} 缺少本机库"],
  ["this process has loaded {name}, and can have one of both", "本进程已加载 {name}，两者只能用其一"],
  ['"pnpm add -w webgpu" installs it; it brings Dawn, 50 MB', "“pnpm add -w webgpu”可安装它；其中带有 Dawn，50 MB"],
  ['"rulescope doctor --install native" installs it', "“rulescope doctor --install native”可安装它"],
  ['"rulescope doctor --install native --gpu" installs it', "“rulescope doctor --install native --gpu”可安装它"],
  ['install it again ("{command}"), or use "wasm"', "请重新安装（“{command}”），或改用 wasm"],
  ['use "webgpu" or "wasm" in a page', "在网页中请用 webgpu 或 wasm"],
  ['check that the .wasm files can be read, or use "cpu"', "请检查 .wasm 文件能否读取，或改用 cpu"],
  ["reinstall the workspace", "请重新安装"],
  [
    'install the driver of a graphics card (on Linux with Vulkan), or use "wasm"',
    "请安装显卡驱动（Linux 上须支持 Vulkan），或改用 wasm"
  ],
  ['use "webgpu" or "wasm"', "请改用 webgpu 或 wasm"]
]
