/** How the report looks on a screen, on a phone and on paper: the tokens of the house. */
export const style = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#141619);--ink:light-dark(#1a1c1f,#eeece6);--soft:light-dark(#55595f,#b0b3b8);--line:light-dark(#e4e0d8,#2d3136);--rule:light-dark(#b9b4a9,#4a4f56);--context:light-dark(#8f8b81,#666b72);--track:light-dark(#7b776d,#8d9198);--wash:light-dark(#f9ece7,#2e1e1a)}
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--ink);font:14px/20px "Inter Variable",Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;max-width:1200px;margin:0 auto;padding:32px 48px 72px}
.where{display:flex;gap:8px 24px;flex-wrap:wrap;color:var(--soft);margin-bottom:12px}
.where strong{color:var(--ink)}
h1{font-size:28px;line-height:36px;font-weight:400;max-width:30em;text-wrap:pretty}
h1 strong{font-weight:600}
h2{font-size:18px;line-height:24px;font-weight:600;border-top:1px solid var(--ink);padding-top:12px;margin:48px 0 16px}
.muted,small{color:var(--soft)}
small{display:block;font-size:12px;line-height:16px;font-weight:400}
.tag{border:1px solid var(--rule);border-radius:4px;color:var(--soft);font-size:12px;line-height:16px;font-weight:400;padding:0 6px;white-space:nowrap}
.super p{max-width:46em}
.pair{display:grid;grid-template-columns:minmax(180px,1fr) 3fr;gap:32px;align-items:end;margin-bottom:12px}
.number{font-size:48px;line-height:52px;font-weight:600}
figure .spark{height:96px}
figcaption{font-size:12px;line-height:16px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;min-width:900px}
th,td{text-align:left;vertical-align:top;padding:10px 16px 10px 0;border-top:1px solid var(--line);font-weight:400}
tbody th[scope=row]{font-weight:600}
tbody tr:first-child>*{border-top-color:var(--rule)}
thead th{color:var(--soft);font-size:12px;line-height:16px;border-top:0}
table{table-layout:fixed}
.scroll{min-width:0}
thead th:nth-child(2){width:24%}thead th:nth-child(3){width:11%}thead th:nth-child(4){width:18%}thead th:last-child{width:12%}thead th:nth-child(6):not(:last-child){width:11%}
.phase{width:9%;font-weight:600}
thead .phase{font-weight:400}
.status{white-space:nowrap}
.amount,.chance{white-space:nowrap}
.course{min-width:160px}
.late>:not(.phase){background:var(--wash)}
.spark{display:block;width:100%;height:32px}
.spark path{fill:none;vector-effect:non-scaling-stroke;stroke-linejoin:round;stroke-linecap:round}
.start{stroke:var(--line)}.history{stroke:var(--context);stroke-width:1.5}.path{stroke:var(--track);stroke-width:1.5;stroke-dasharray:4 3}.current{stroke:var(--ink);stroke-width:2}.dot{stroke:var(--ink);stroke-width:6}
.bar{display:inline-block;width:56px;height:4px;background:var(--line);margin-left:8px;vertical-align:middle}
.bar i{display:block;height:4px;background:currentcolor}
.achieved{color:var(--achieved)}.on-track{color:var(--on-track)}.at-risk{color:var(--at-risk)}.behind{color:var(--behind)}.missed{color:var(--missed)}.immature{color:var(--immature)}.no-data{color:var(--no-data)}.no-target{color:var(--no-target)}
h1 .behind,h1 .missed{font-weight:600}
ul{list-style:none;padding:0}
.heed{margin-top:16px;max-width:46em}.heed li{padding:4px 0}.heed strong{display:inline-block}.heed strong::first-letter{text-transform:uppercase}
li{padding:8px 0;border-top:1px solid var(--line)}
li .status{display:inline-block;min-width:7.5em}
footer{margin-top:48px}
summary{cursor:pointer;font-weight:600;padding:8px 0}
dl{max-width:60em}
dt{font-weight:600;margin-top:12px}
dd{color:var(--soft)}
@media (max-width:720px){
body{padding:20px 16px 48px}
h1{font-size:20px;line-height:28px}
.pair{grid-template-columns:1fr}
thead{display:none}
table,tbody{display:block}
table{min-width:0}
tr{display:grid;grid-template-columns:1fr auto;gap:2px 12px;padding:10px 0;border-top:1px solid var(--line)}
tr>*{border:0;padding:0}
tr .phase{grid-column:1/-1;width:auto;color:var(--soft);font-size:12px}
tr .phase small{display:inline;margin-left:6px}
tr .course{grid-column:1/-1;width:auto}
.late>:not(.phase){background:none}
}
@media print{
@page{size:A4 portrait;margin:11mm 12mm}
:root{color-scheme:light;--paper:#fff}
body{font-size:8.6pt;line-height:11.5pt;padding:0;max-width:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.where{margin-bottom:4pt}
h1{font-size:14pt;line-height:18pt}
h2{font-size:10.5pt;line-height:13pt;margin:8pt 0 3pt;padding-top:4pt}
.phase small{display:none}
.phase{width:7%}thead th:nth-child(2){width:25%}thead th:nth-child(3){width:12.5%}thead th:nth-child(4){width:21%}thead th:last-child{width:14%}
small,.tag,figcaption,thead th{font-size:7.2pt;line-height:9pt}
table{min-width:0}
th,td{padding:2.6pt 8pt 2.6pt 0}
.number{font-size:24pt;line-height:26pt}
.pair{grid-template-columns:1fr 3fr;gap:12pt;margin-bottom:4pt}
figure .spark{height:48pt}
.spark{height:17pt}
.course{min-width:0}
.bar{width:30pt}
.scroll{overflow:visible}
li{padding:2.4pt 0}
tr,li,.super{break-inside:avoid}
thead{display:table-header-group}
footer{display:none}
}
`;
