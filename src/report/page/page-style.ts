/** Colours: light, dark, and on paper. Texts keep a contrast of 4.5 to 1 against what they stand on, figures 3 to 1. */
const COLOURS = `:root{color-scheme:light dark;--paper:#fbfbfa;--card:#fff;--ink:#1b1e21;--soft:#5b626a;--line:#e2e4e7;--strong:#c9cdd2;
--accent:#0b7d70;--bar:#2a9d8f;--track:#eceef0;--blue:#3a6fd0;--violet:#7756c4;--grey:#79818a;--good:#17714a;--good-bg:#e4f4eb;--bad:#b3261e;--bad-bg:#fdeceb;--warn:#845400;--warn-bg:#fdf1d8;--shade:#0000000a}
@media (prefers-color-scheme:dark){:root{--paper:#121416;--card:#191c1f;--ink:#e9ebed;--soft:#9fa6ad;--line:#2a2e32;--strong:#41474d;
--accent:#4cc9b8;--bar:#2fa698;--track:#262a2e;--blue:#6f9df0;--violet:#a78bea;--grey:#868e96;--good:#67d39a;--good-bg:#14301f;--bad:#ff8f87;--bad-bg:#3a1917;--warn:#f0c060;--warn-bg:#352807;--shade:#0000}}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#ccc;--strong:#999;--accent:#06594f;--bar:#2a9d8f;--track:#eee;--blue:#3a6fd0;--violet:#5b3fa6;--grey:#666;--good:#17714a;--good-bg:#fff;--bad:#b3261e;--bad-bg:#fff;--warn:#845400;--warn-bg:#fff;--shade:#0000}}`

const BASE = `*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:.9375rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
code,.sample th,.rows th[scope=row],.people th[scope=row],.levels a,.map text.name{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-variant-ligatures:none}
code{font-size:.92em}
.page{max-width:1200px;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem) 3rem}
h1{font-size:clamp(1.6rem,1.1rem + 2.2vw,2.3rem);line-height:1.15;letter-spacing:-.02em;font-weight:650;margin:.2rem 0 .9rem;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.3;letter-spacing:-.01em;font-weight:620;margin:0 0 .35rem}
h3{font-size:.9rem;font-weight:620;margin:1.4rem 0 .5rem}
p{margin:0}a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
small{font-size:.85rem;color:var(--soft)}
section{padding-top:2.6rem}
.lead{color:var(--soft);max-width:68ch;margin-bottom:1rem}.more{color:var(--soft);margin-top:.5rem}
.count,.zero{color:var(--soft)}
.number{text-align:right;white-space:nowrap}
.unseen,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:absolute;left:1rem;top:.5rem;background:var(--card);padding:.4rem .8rem}
main:focus{outline:none}
.scroll{overflow-x:auto}
details{margin-top:.8rem}summary{cursor:pointer;color:var(--accent);width:fit-content}details[open]>summary{margin-bottom:.8rem}
table{border-collapse:collapse;width:100%}caption{text-align:left}
th{text-align:left;font-weight:500}th,td{overflow-wrap:break-word}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}`

const HEADER = `.top{padding:2.6rem 0 1.4rem}
.brand{color:var(--accent);font-weight:620;font-size:.95rem}
.verdict{display:inline-flex;align-items:center;gap:.5rem;border-radius:99px;padding:.22rem .8rem .22rem .65rem;font-size:.92rem;font-weight:550}
.verdict.ok{color:var(--good);background:var(--good-bg)}.verdict.failed{color:var(--bad);background:var(--bad-bg)}
.dot{width:.5rem;height:.5rem;border-radius:50%;background:currentColor;flex:none}
.facts{display:flex;flex-wrap:wrap;gap:.7rem 2.2rem;margin:1.5rem 0 0}
.facts dt{color:var(--soft);font-size:.85rem}.facts dd{margin:0}.facts small{display:inline-block;max-width:100%}
.totals{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;list-style:none;margin:1rem 0 0;padding:0;color:var(--soft)}
.totals strong{color:var(--ink);font-weight:620}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;list-style:none;margin:0;padding:.7rem 0;border-block:1px solid var(--line);font-size:.93rem}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}`

const FINDINGS = `.findings{list-style:none;margin:.7rem 0 0;padding:0;display:grid;gap:.6rem}
.finding{background:var(--card);border:1px solid var(--line);border-left-width:3px;border-radius:6px;padding:.7rem 1rem}
.finding strong{font-weight:550}.finding .code{color:var(--soft);font-size:.8rem}
.finding dl{display:flex;flex-wrap:wrap;gap:.1rem 1.6rem;margin:.3rem 0 0;font-size:.92rem}.finding dl div{display:flex;gap:.5rem}.finding .next{flex-basis:100%}
.finding dt{color:var(--soft);flex:none}.finding dd{margin:0;min-width:0}
.badge{display:inline-block;border-radius:4px;padding:0 .45rem;font-size:.8rem;font-weight:620;margin-right:.25rem;background:var(--track);color:var(--ink)}
.error,.danger{border-left-color:var(--bad)}.error .badge,.danger .badge{color:var(--bad);background:var(--bad-bg)}
.warning{border-left-color:var(--warn)}.warning .badge{color:var(--warn);background:var(--warn-bg)}`

const MAP = `.map{position:relative;left:50%;transform:translateX(-50%);width:max-content;min-width:100%;max-width:calc(100vw - 3rem)}
.map svg{display:block;max-width:100%;height:auto}
.edge{fill:none;stroke:var(--strong);stroke-width:1.25}.edge.back{stroke-dasharray:4 4}.loop{fill:none;stroke:var(--strong);stroke-width:1.25}
.node{text-decoration:none}.node rect{fill:var(--card);stroke:var(--line);stroke-width:1}
.node .stripe{fill:var(--bar);stroke:none}.node.assets .stripe{fill:var(--blue)}.node.trigger .stripe{fill:var(--violet)}.node.existing .stripe{fill:var(--grey)}
.node text{fill:var(--soft);font-size:11.5px}.node text.name{fill:var(--ink);font-size:12.5px}
.node:hover rect:not(.stripe),.node:focus-visible rect:not(.stripe){stroke:var(--accent);stroke-width:1.5}.node:focus-visible{outline:none}
.node,.edge{transition:opacity .12s}
.map:has(.node:is(:hover,:focus-visible)) .node{opacity:.16}.map:has(.node:is(:hover,:focus-visible)) .edge{opacity:.08}
@media (prefers-reduced-motion:reduce){.node,.edge{transition:none}}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;list-style:none;margin:.8rem 0 0;padding:0;color:var(--soft);font-size:.88rem}
.swatch{display:inline-block;width:3px;height:.95em;border-radius:2px;margin-right:.5rem;vertical-align:-.12em;background:var(--bar)}
.swatch.assets{background:var(--blue)}.swatch.trigger{background:var(--violet)}.swatch.existing{background:var(--grey)}
.levels ol,.levels ul{list-style:none;margin:0;padding:0}.levels>ol>li+li{margin-top:1.2rem}
.levels h3{margin:0 0 .4rem;color:var(--soft);font-weight:550}
.levels ul{columns:17rem;column-gap:1.2rem}
.levels ul li{break-inside:avoid;border-left:3px solid var(--bar);padding:.1rem 0 .1rem .7rem;margin-bottom:.5rem}
.levels li.assets{border-color:var(--blue)}.levels li.trigger{border-color:var(--violet)}.levels li.existing{border-color:var(--grey)}
.levels a{font-size:.92em;text-decoration:none}.levels small{display:block;line-height:1.35}`

const TABLES = `.rows caption,.times caption{color:var(--soft);padding-bottom:.5rem}
.rows th,.rows td,.people th,.people td{padding:.27rem .9rem .27rem 0;border-bottom:1px solid var(--line);vertical-align:top}
.rows thead th,.people thead th{color:var(--soft);font-size:.85rem;border-bottom-color:var(--strong)}
.rows th[scope=row],.people th[scope=row]{font-size:.9rem;line-height:1.65;overflow-wrap:anywhere}
.rows a{text-decoration:none}.rows a:hover{text-decoration:underline}
.rows th:first-child{width:27%;min-width:8rem}.rows .figure{width:30%;min-width:5rem;vertical-align:middle}.rows .number+td,.rows .number+th{padding-left:.6rem}
.rows td:last-child,.rows th:last-child{padding-right:0}
.rows tfoot th[scope=row],.rows tfoot td{border:0;color:var(--soft);font-family:inherit}
.meter{display:block;width:100%;height:6px;border-radius:3px}.meter .track{fill:var(--track)}.meter .fill{fill:var(--bar)}
.assets .meter .fill{fill:var(--blue)}.trigger .meter .fill{fill:var(--violet)}.existing .meter .fill{fill:var(--grey)}
.left{list-style:none;margin:0;padding:0;columns:24rem;column-gap:2rem}.left li{break-inside:avoid;margin-bottom:.5rem}.left small{display:block;line-height:1.35}
.people{width:auto}.people th,.people td{padding-right:2rem}.people tbody>tr>*,.people code{white-space:nowrap}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1.5rem 3rem;align-items:start;margin-top:.6rem}
.phases{list-style:none;margin:0;padding:0}.phases li{border-left:3px solid var(--strong);padding:0 0 .1rem .9rem;margin-bottom:.7rem}
.phases li.done{border-color:var(--bar)}.phases strong{font-weight:550}.phases .state{color:var(--soft);font-size:.85rem}.phases .open .state{color:var(--bad)}.phases small{display:block}
.times th,.times td{padding:.22rem 0}.times th{padding-right:1rem;white-space:nowrap}.times .figure{width:100%;vertical-align:middle}.times .number{padding-left:1rem}
.times tfoot th,.times tfoot td{color:var(--soft);border-top:1px solid var(--line);padding-top:.4rem}.times tbody tr:last-child>*{padding-bottom:.5rem}`

const FIGURES = `.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15.5rem),1fr));gap:1rem}
figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.8rem 1rem .7rem;display:flex;flex-direction:column}
figcaption{margin-bottom:auto}figcaption strong{display:block;font-weight:580;line-height:1.35}figcaption span{color:var(--soft);font-size:.85rem}
figure svg{display:block;width:100%;height:auto;margin-top:.5rem}
figure rect{fill:var(--bar)}figure text{fill:var(--soft);font-size:10.5px;text-anchor:middle}figure text.value{fill:var(--ink)}figure .floor{stroke:var(--strong);stroke-width:1}
figure dl{display:flex;gap:1.2rem;margin:.3rem 0 0;font-size:.85rem}figure dl div{display:flex;gap:.4rem}figure dt{color:var(--soft)}figure dd{margin:0}
.even{margin-top:1rem;color:var(--soft)}.even code{color:var(--ink)}
.sample{margin-top:1.5rem;scroll-margin-top:1rem}.sample h3{margin:0 0 .4rem;font-size:.95rem}.sample h3 .count{font-weight:400;font-size:.85rem;margin-left:.35rem}
.sample .scroll{background:var(--card);border:1px solid var(--line);border-radius:8px}
.sample table{font-size:.86rem;line-height:1.4}.sample th,.sample td{padding:.38rem .9rem;white-space:nowrap;max-width:18rem;overflow:hidden;text-overflow:ellipsis;text-align:left}
.sample .right{text-align:right}.sample thead th{color:var(--soft);border-bottom:1px solid var(--line);font-size:.92em}.sample tbody tr+tr td{border-top:1px solid var(--line)}
.sample .pale,.sample .empty{color:var(--soft)}.sample .empty{font-size:.82rem;margin-top:.35rem}
.sample:target .scroll{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}`

const SCREENS = `.small-only{display:none}
@media (max-width:760px){.wide-only{display:none}.small-only{display:block}.rows .figure{display:none}}
@media (max-width:460px){.people th,.people td{padding-right:1rem;font-size:.85rem}body{font-size:.906rem}.top{padding-top:1.6rem}}`

const PRINT = `@page{margin:14mm}
@media print{html{font-size:9.6pt}body{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page{max-width:none;padding:0}nav,.skip,.on-screen{display:none!important}a{color:inherit;text-decoration:none}section{padding-top:1.4rem}
.scroll{overflow:visible}.map{position:static;transform:none;width:auto;max-width:none}.map>svg{min-width:0!important}.wide-only{display:revert}.small-only{display:none}
h2,h3,caption,.lead{break-after:avoid}.map,tr,figure,.finding,.phases li{break-inside:avoid}thead{display:table-header-group}tfoot{display:table-row-group}
.figures{grid-template-columns:repeat(3,minmax(0,1fr))}.people tbody>tr>*,.people code{white-space:normal}.people{width:100%}.sample table,.rows,.people{table-layout:fixed}th,td{overflow-wrap:anywhere}.sample th,.sample td{white-space:normal;overflow-wrap:anywhere;max-width:none;padding:.2rem .4rem;vertical-align:top}.sample table{font-size:.78rem;table-layout:fixed}.sample{break-inside:avoid}.rows .figure{display:table-cell}
details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none;color:inherit}}`

/** The style sheet of the page, for screens of every width, both colour schemes and paper. */
export const PAGE_STYLE = [COLOURS, BASE, HEADER, FINDINGS, MAP, TABLES, FIGURES, SCREENS, PRINT].join('\n')
