import { themeVariables } from "@rulescope/charts"

const light = `${themeVariables("light")};--accent:#00578a;--panel:#f6f8fa;--bad:#a83f00;color-scheme:light`
const dark = `${themeVariables("dark")};--accent:#7cc4f0;--panel:#1c2127;--bad:#f0b03a;color-scheme:dark`

/** Style of a report: follows the reader's light or dark mode, one column on a phone, light and opened when printed. */
export const style = `
:root{${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--rulescope-background);color:var(--rulescope-ink);font:16px/1.55 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
main{max-width:66rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.75rem;line-height:1.25;margin:.2rem 0 .6rem;overflow-wrap:anywhere}
h2{font-size:1.3rem;line-height:1.3;margin:2.6rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--rulescope-grid)}
h3{font-size:1.05rem;margin:1.6rem 0 .4rem}
p{margin:.5rem 0;max-width:46rem}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
.kind{color:var(--rulescope-muted);margin:0;max-width:none;display:flex;justify-content:space-between;gap:1rem}
.lead{font-size:1.1rem}
.quiet{color:var(--rulescope-muted)}
.small{font-size:.875rem}
nav ul{list-style:none;padding:0;margin:.6rem 0;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem}
.counts{display:flex;flex-wrap:wrap;gap:.6rem;margin:.8rem 0;padding:0;list-style:none}
.counts li{background:var(--panel);border-radius:.4rem;padding:.45rem .9rem;min-width:6.5rem}
.counts b{display:block;font-size:1.35rem;font-variant-numeric:tabular-nums}
.counts .bad b{color:var(--bad)}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:.6rem 0;font-size:.94rem}
th,td{text-align:left;padding:.3rem .9rem .3rem 0;vertical-align:top;border-bottom:1px solid var(--rulescope-grid)}
th{font-weight:600}
td.n,th.n{text-align:right}
tbody th{font-weight:400}
tr.axis th{font-weight:600;padding-top:.9rem}
td small{display:block;color:var(--rulescope-muted)}
.bad{color:var(--bad)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1rem;margin:1rem 0;align-items:start}
figure{margin:0;border:1px solid var(--rulescope-grid);border-radius:.5rem;padding:.3rem;min-width:0}
figure.wide{grid-column:1/-1}
figure .scroll{display:flex}
figure svg{display:block;width:100%;height:auto;max-width:44rem;margin:0 auto}
figure.wide svg{min-width:40rem;max-width:none}
figcaption{font-size:.8rem;padding:0 .7rem .3rem;color:var(--rulescope-muted)}
figure a.level:hover rect,figure a.heat:hover rect{stroke:var(--accent);stroke-width:1.5}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.85rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--panel);border-radius:.4rem;padding:.6rem .8rem;margin:.5rem 0}
td code{white-space:nowrap}.wrap{min-width:14rem}.numbers td{white-space:nowrap}
details{border-bottom:1px solid var(--rulescope-grid)}
details>summary{cursor:pointer;padding:.4rem 0}
details[open]{padding-bottom:.8rem}
summary .said{color:var(--rulescope-muted);margin-left:.4rem}
:target:not(section,header){background:var(--panel);outline:2px solid var(--accent);outline-offset:2px}
.parts{columns:17rem auto;column-gap:2rem;padding:0;list-style:none;font-size:.9rem;margin:.4rem 0}
.parts li{break-inside:avoid}
footer{margin-top:3rem;color:var(--rulescope-muted);font-size:.875rem}
@media (max-width:36rem){body{font-size:15px}main{padding:1rem .8rem 3rem}th,td{padding-right:.6rem}summary .said{display:block;margin-left:1.1rem}.counts li{flex:1 1 40%}}
@media print{:root{${light}}body{font-size:10pt}main{max-width:none;padding:0}nav,.kind a,figcaption,#parts{display:none}.figures{grid-template-columns:1fr 1fr}figure,tr,.counts li{break-inside:avoid}h2,h3{break-after:avoid}.scroll{overflow:visible}figure.wide svg{min-width:0}a{color:inherit;text-decoration:none}}
`
